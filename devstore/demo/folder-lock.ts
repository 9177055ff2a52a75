import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const lockContent = z.object({ pid: z.int(), adminUrl: z.string().nullable() });

/** A demo that holds a folder; `adminUrl` is null while it is still starting. */
type Holder = z.infer<typeof lockContent>;

/** A folder taken for this process. */
export interface FolderLock {
  /** Lets a second demo say where the first one is to be found. */
  announce(adminUrl: string): void;
  release(): void;
}

/**
 * Takes a lock file for this process; a lock whose process is gone is taken over.
 * `held` means that another demo is alive.
 */
export function takeFolderLock(
  lockFile: string,
): { outcome: "taken"; lock: FolderLock } | { outcome: "held"; holder: Holder } {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile, JSON.stringify({ pid: process.pid, adminUrl: null }), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readHolder(lockFile);
      if (holder && isAlive(holder.pid)) return { outcome: "held", holder };
      if (attempt > 0) throw error;
      rmSync(lockFile, { force: true });
    }
  }
  return {
    outcome: "taken",
    lock: {
      announce: (adminUrl) => writeFileSync(lockFile, JSON.stringify({ pid: process.pid, adminUrl })),
      release: () => rmSync(lockFile, { force: true }),
    },
  };
}

function readHolder(lockFile: string): Holder | null {
  try {
    return lockContent.parse(JSON.parse(readFileSync(lockFile, "utf8")));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
