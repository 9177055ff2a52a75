import { writeFileSync } from "node:fs";

/** Where this life of the process ends: on this hit of the point, counted from when it was told so. */
interface KillOrder {
  point: string;
  hit: number;
  /** Written before it dies, so that a death on order can be told from any other. */
  hitFile: string;
}

let order = JSON.parse(process.env.CHAOS_ORDER ?? "null") as KillOrder | null;
let hits = 0;

process.on("message", (told: KillOrder) => {
  order = told;
  hits = 0;
});
process.channel?.unref();

/** Takes the place of app/platform/reach-point.ts in the programs of a run: dies at the place it was told to. */
export function reachPoint(point: string): void {
  if (order === null || order.point !== point) return;
  hits += 1;
  if (hits < order.hit) return;
  writeFileSync(order.hitFile, point);
  process.kill(process.pid, "SIGKILL");
  // Not one more statement runs, even if the signal takes a moment.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
