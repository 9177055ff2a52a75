import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A double that runs as a process of its own. */
export interface DoubleProcess {
  /** Where it listens on loopback. */
  port: number;
  /** False once it has ended, whoever ended it. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts a double: a program that takes its settings as JSON in its first argument and prints its port as the first line.
 * It ends with this process. Throws if it does not come up.
 */
export async function startDouble(program: string, settings: object): Promise<DoubleProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const first = new Promise<string>((resolve) => lines.once("line", resolve));
  const port = Number(await Promise.race([first, ended]));
  lines.close();
  if (!port) throw new Error(`The double did not start: ${program}`);
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { port, isAlive: () => child.exitCode === null && child.signalCode === null, stop };
}
