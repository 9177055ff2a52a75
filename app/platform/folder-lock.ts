import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Of several that start at one moment, each may have seen another and stood back: how often they look again. */
const LOOKS = 10;
const LONGEST_PAUSE_MS = 50;

/**
 * Takes a folder for this process alone and returns the function that gives it back.
 * The embedded database has no lock of its own: two processes on one folder corrupt it.
 * Each process puts its name beside the folder before it looks who else is there, and stands back where somebody is, so of two at
 * least one sees the other. A name says process id and start time: a killed holder's counts for nothing at once, is never used again
 * and so can be cleared away by anybody, and a process that merely stands still for long keeps its own.
 * Throws with a sentence for the person at the terminal when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const holders = `${folder}.holders`;
  await mkdir(holders, { recursive: true });
  const mine = `${process.pid} ${await startTime(process.pid)} ${randomUUID()}`;
  const unlock = () => rm(join(holders, mine), { force: true });
  for (let look = 1; ; look++) {
    await writeFile(join(holders, mine), "");
    const other = await findOther(holders, mine);
    if (!other) return unlock;
    await unlock();
    if (look === LOOKS) throw new Error(heldBy(other, folder));
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
}

function heldBy(holder: string, folder: string): string {
  return (
    `Another process (id ${holder.split(" ")[0]}) is using the embedded database in ${folder}. ` +
    "Stop it first, or set DATABASE_URL to a PostgreSQL that both can use."
  );
}

/** Another process that is alive, or null; clears away those that are not. */
async function findOther(holders: string, mine: string): Promise<string | null> {
  for (const name of await readdir(holders)) {
    if (name === mine) continue;
    if (await isAlive(name)) return name;
    await rm(join(holders, name), { force: true });
  }
  return null;
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid = "", started = ""] = holder.split(" ");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return started === "-" || (await startTime(Number(pid))) === started;
}

/** Field 22 of /proc/<pid>/stat (proc(5)): tells a reused process id from the same process. "-" where there is no /proc. */
async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (!stat) return "-";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "-";
}
