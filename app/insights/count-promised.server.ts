import type { ShopDatabase } from "~/platform/for-shop";
import { OPEN_STATES } from "~/rewards/reward-state";

/** How many coupons a shop has promised that have no code yet. While the thank-you email is off, all of them wait. */
export async function countPromised(db: ShopDatabase): Promise<number> {
  return db.reward.count({ where: { state: { in: OPEN_STATES } } });
}
