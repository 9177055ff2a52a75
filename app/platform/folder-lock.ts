import { mkdir, open, readFile, rename, rm } from "node:fs/promises";

/**
 * Takes a folder for this process alone and returns the function that gives it back.
 * The embedded database has no lock of its own: two processes on one folder corrupt it.
 * The lock names its holder by process id and start time, so a killed holder's lock is taken over at once and a
 * process that merely stands still for long never loses its own.
 * Throws with a sentence for the person at the terminal when another process holds the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = `${folder}.lock`;
  const mine = await describeProcess(process.pid);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await createLock(path, mine)) return () => rm(path, { force: true });
    const holder = await readFile(path, "utf8").catch(() => "");
    if (holder && (await isAlive(holder))) {
      throw new Error(
        `Another process (id ${holder.split(" ")[0]}) is using the embedded database in ${folder}. ` +
          "Stop it first, or set DATABASE_URL to a PostgreSQL that both can use.",
      );
    }
    await setAside(path, holder);
  }
  throw new Error(`The lock file ${path} keeps changing hands; is something else starting there too?`);
}

async function createLock(path: string, holder: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(holder);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Renaming is atomic: of two processes that find the same dead lock, one gets it; the other sees the new holder's. */
async function setAside(path: string, expected: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const found = await readFile(aside, "utf8");
  if (found !== expected) await rename(aside, path);
  else await rm(aside, { force: true });
}

async function describeProcess(pid: number): Promise<string> {
  return `${pid} ${await startTime(pid)}`;
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
