import { addMinutes } from "date-fns";
import type { Database } from "~/platform/database.server";
import type { RewardKey } from "./list-due.server";

/** Puts a promise off by five minutes: sending it threw, and it must not hold up the others. */
export async function postponeReward(db: Database, reward: RewardKey, now: Date): Promise<void> {
  await db.reward.updateMany({ where: { ...reward, state: "promised" }, data: { sendAt: addMinutes(now, 5) } });
}
