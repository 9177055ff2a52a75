import { setTimeout as pause } from "node:timers/promises";
import type { Application } from "../application";
import { isCallNear, reserveCall } from "./reserve-call.server";

/**
 * Waits for a turn to call the mail provider, where it limits calls; turns are shared by everything that calls it. Asked right before
 * the call, whose time is reserved. False where the provider wants no call for longer than is worth waiting.
 */
export async function awaitTurn({ db, mail, now }: Pick<Application, "db" | "mail" | "now">): Promise<boolean> {
  if (mail.callsPerSecond === null) return true;
  if (!(await isCallNear(db, mail, now()))) return false;
  const turn = await reserveCall(db, mail, now());
  await pause(Math.max(0, turn.getTime() - now().getTime()));
  return true;
}
