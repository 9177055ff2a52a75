import { readFileSync } from "node:fs";
import type { Database } from "~/platform/database.server";

/** Memory a process holds now and the most it held, in MB (Linux; NaN elsewhere). */
export function memoryOf(pid: number | undefined): { now: number; most: number } {
  const status = read(`/proc/${pid}/status`);
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
  return { now: field("VmRSS"), most: field("VmHWM") };
}

/** Processor time these processes and all of PostgreSQL have used so far, in milliseconds (Linux; NaN elsewhere). */
export async function cpuTimeOf(pids: (number | undefined)[], db: Database): Promise<number> {
  const ofPostgres = await db.$queryRaw<{ pid: number }[]>`select pid from pg_stat_activity`;
  const times = [...pids, ...ofPostgres.map(({ pid }) => pid)].map((pid) => cpuTime(read(`/proc/${pid}/stat`)));
  return times.reduce((sum, time) => sum + time, 0);
}

/** The fields 14 and 15 of proc_pid_stat(5), in hundredths of a second; the name before them may hold spaces. */
function cpuTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
