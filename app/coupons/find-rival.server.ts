import type { ShopDatabase } from "~/platform/for-shop";
import type { Coupon } from "~/platform/generated/client";
import { couponEnd } from "./coupon-end";
import { inOrderOfDemand } from "./match-coupons";

/** The active coupon that a draft would stand behind: of two that one engagement earns, the other is given. Null where none comes first. */
export async function findRival(
  db: ShopDatabase,
  { draft, timeZone }: { draft: Coupon; timeZone: string },
  now: Date,
): Promise<Coupon | null> {
  const active = await db.coupon.findMany({ where: { state: "active", trigger: draft.trigger } });
  const running = active.filter(({ expiresOn }) => !expiresOn || couponEnd(expiresOn, timeZone) > now);
  const [first] = inOrderOfDemand([...running, draft]);
  return !first || first.id === draft.id ? null : first;
}
