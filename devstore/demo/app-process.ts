import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import builtServer from "../../scripts/built-server.json" with { type: "json" };
import { ROOT } from "./demo-folder";

/** How long the app may take to start (it migrates its database first) and to stop, in milliseconds. */
const START_MS = 60_000;
const STOP_MS = 15_000;

/** The app as a child process. */
export interface AppProcess {
  /** Resolves when it has ended, with a sentence if nobody asked it to. */
  ended: Promise<string | null>;
  /** Asks it to stop, and ends it if it does not. */
  stop(): Promise<void>;
}

/** The app's settings, as environment variables. */
export type AppSettings = Record<string, string> & { NODE_ENV: "production" | "development" };

/** What the app is started with. */
export interface AppStart {
  appUrl: string;
  /** Its settings; the rest of our own environment is not passed on. */
  env: AppSettings;
  /** With Vite, from the sources; otherwise what `npm run build` made. */
  dev: boolean;
  logFile: string;
}

/** Starts the app and waits until it answers. Throws with the end of its log if it does not. */
export async function startApp({ appUrl, env, dev, logFile }: AppStart): Promise<AppProcess> {
  const log = dev ? null : openSync(logFile, "w");
  const program = dev ? ["--import", "tsx", "server.ts"] : [...builtServer.flags, builtServer.program];
  const watch = pathToFileURL(join(ROOT, "devstore/demo/stop-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", watch, ...program], {
    cwd: ROOT,
    env: { ...ownEnvironment(), ...env },
    // In a session of its own: Ctrl-C reaches the demo alone, which then stops the app in order.
    detached: true,
    stdio: ["ignore", log ?? "inherit", log ?? "inherit", "ipc"],
  });
  if (log !== null) closeSync(log);
  let isWanted = true;
  const ended = new Promise<string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(isWanted ? `The app ended (${signal ?? `exit code ${code}`})` : null));
  });
  const app: AppProcess = {
    ended,
    stop() {
      isWanted = false;
      return stop(child, ended);
    },
  };
  try {
    await becomesReady(appUrl, ended, dev ? null : logFile);
    return app;
  } catch (error) {
    await app.stop();
    const log = dev ? "" : `\n${endOf(logFile)}\nThe whole log is in ${logFile}`;
    throw new Error(`${error instanceof Error ? error.message : error}${log}`);
  }
}

/** Somebody else may answer at this address: two demos that start together pick the same free port. The log knows better. */
async function becomesReady(appUrl: string, ended: Promise<string | null>, logFile: string | null): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const reason = await Promise.race([ended, pause(100, "running" as const)]);
    if (reason !== "running") throw new Error(reason ?? "The app was stopped");
    const isListening = logFile === null || readFileSync(logFile, "utf8").includes('"msg":"listening"');
    if (isListening && (await isReady(appUrl))) return;
  }
  throw new Error(`The app does not answer at ${appUrl}`);
}

async function isReady(appUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${appUrl}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
}

/** What any program needs; never a database or a mail provider that happens to be set in this terminal. */
function ownEnvironment(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG", "TZ", "SystemRoot"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function endOf(logFile: string): string {
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-15).join("\n");
}
