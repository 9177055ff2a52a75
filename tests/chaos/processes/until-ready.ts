import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Supervised } from "./supervise";

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;
/** Starts in vain after which it is plain that it never will. */
const MOST_ENDS = 3;

/** Waits until the server on this port reaches its database. Throws with the end of its log if it does not come up. */
export async function untilReady(server: Supervised, port: number, logFile: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && server.deaths().other < MOST_ENDS) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(LOOK_EVERY_MS);
  }
  const log = readFileSync(logFile, "utf8").trim().split("\n").slice(-5).join("\n");
  throw new Error(`The server does not start:\n${log}`);
}
