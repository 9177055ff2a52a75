import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { KillOrder, KillSchedule, Role } from "./kill-schedule";

/** A program that is started again whenever it ends. */
export interface Supervised {
  /** Ends it for good. */
  stop(): Promise<void>;
  /** How often it ended: on order, and otherwise. */
  deaths(): { ordered: number; other: number };
}

/** One kind of process of a run. */
export interface Program {
  name: string;
  role: Role;
  file: string;
  arguments: string[];
  folder: string;
  env: Record<string, string>;
  /** Logs, and what a process writes as it dies on order. */
  runFolder: string;
}

/** How it ended: on order, or with this exit code (null: by another signal). */
export type Ending = { outcome: "killed" } | { outcome: "ended"; code: number | null };

const STOP_WITH_PARENT = fileURLToPath(new URL("../../../devstore/demo/stop-with-parent.mjs", import.meta.url));
const BREATHER_MS = 200;
const TELL_EVERY_MS = 50;
const alive = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** Keeps a server running until it is stopped, each life with the schedule's next order. */
export function supervise(program: Program, schedule: KillSchedule): Supervised {
  const deaths = { ordered: 0, other: 0 };
  let isStopped = false;
  let kill = () => {};
  const lives = async () => {
    while (!isStopped) {
      const life = startLife(program, schedule);
      kill = life.kill;
      const { outcome } = await life.ended;
      if (isStopped) return;
      deaths[outcome === "killed" ? "ordered" : "other"] += 1;
      if (outcome === "ended") await pause(BREATHER_MS);
    }
  };
  const all = lives();
  return {
    deaths: () => deaths,
    stop: async () => {
      isStopped = true;
      kill();
      await all;
    },
  };
}

let livesSoFar = 0;

/**
 * One life of a program. It is told the schedule's next order for its role, as soon as there is one; an order it did not die
 * of stands again.
 */
export function startLife(program: Program, schedule: KillSchedule): { ended: Promise<Ending>; kill: () => void } {
  livesSoFar += 1;
  const hitFile = path.join(program.runFolder, `hit-${livesSoFar}`);
  let order: KillOrder | null = schedule.take(program.role);
  const child = spawnProgram(program, order && { ...order, hitFile });
  alive.add(child);
  const tell = setInterval(() => {
    if (order) return;
    order = schedule.take(program.role);
    if (order && child.connected) child.send({ ...order, hitFile });
  }, TELL_EVERY_MS);
  const ended = new Promise<Ending>((resolve) => {
    child.once("exit", (code) => {
      clearInterval(tell);
      alive.delete(child);
      const killed = existsSync(hitFile);
      if (order && killed) schedule.executed(order);
      else if (order) schedule.giveBack(program.role, order);
      resolve(killed ? { outcome: "killed" } : { outcome: "ended", code });
    });
  });
  return { ended, kill: () => void child.kill("SIGKILL") };
}

/** With nothing in its environment but what it is given: no database or mail provider that happens to be set in this terminal. */
function spawnProgram(program: Program, order: (KillOrder & { hitFile: string }) | null): ChildProcess {
  const log = openSync(path.join(program.runFolder, `${program.name}.log`), "a");
  const options = ["--import", STOP_WITH_PARENT, program.file, ...program.arguments];
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    ...program.env,
    CHAOS_ORDER: JSON.stringify(order),
  };
  const child = spawn(process.execPath, options, { cwd: program.folder, env, stdio: ["ignore", log, log, "ipc"] });
  closeSync(log);
  return child;
}
