import { readFileSync } from "node:fs";

/** Memory a process holds now and the most it held, in MB (Linux; NaN elsewhere). */
export function memoryOf(pid: number | undefined): { now: number; most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
    return { now: field("VmRSS"), most: field("VmHWM") };
  } catch {
    return { now: Number.NaN, most: Number.NaN };
  }
}
