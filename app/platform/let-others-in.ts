import { setImmediate } from "node:timers/promises";

/**
 * Lets timers and sockets have their turn. The embedded database answers within microtasks, so a loop that only waits for it would
 * let nobody in until it ends.
 */
export async function letOthersIn(): Promise<void> {
  await setImmediate();
}
