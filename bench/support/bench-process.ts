import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** A Node process of a row. It ends with this one. */
export interface BenchProcess {
  child: ChildProcess;
  /** The next line it prints that is a JSON object; null once it has ended. */
  nextLine(): Promise<Record<string, unknown> | null>;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** kill -9 for whatever a row has left running. */
export function killLeftovers(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Starts `node …program` with these variables added to the environment. With LAUREL_BENCH_PROFILE each process leaves a
 * CPU profile named after `label` in that folder when it ends by itself.
 */
export function startProcess(label: string, program: string[], env: Record<string, string> = {}): BenchProcess {
  const watch = pathToFileURL(path.resolve("devstore/demo/stop-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", watch, ...profiling(label), ...program], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "inherit", "ipc"],
  });
  const lines = child.stdout ? createInterface({ input: child.stdout })[Symbol.asyncIterator]() : null;
  running.add(child);
  const ended = once(child, "exit").then(() => running.delete(child));
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    child,
    nextLine: async () => {
      for (let next = await lines?.next(); next && !next.done; next = await lines?.next()) {
        if (next.value.startsWith("{")) return JSON.parse(next.value) as Record<string, unknown>;
      }
      return null;
    },
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function profiling(label: string): string[] {
  const folder = process.env.LAUREL_BENCH_PROFILE;
  if (!folder) return [];
  mkdirSync(folder, { recursive: true });
  const name = `${label}-${Date.now()}-${Math.floor(performance.now() * 1000) % 1000}.cpuprofile`;
  return ["--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}`];
}
