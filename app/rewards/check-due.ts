import { couponEnd } from "~/coupons/coupon-end";
import { disqualified, publicationPending } from "~/coupons/judge-engagement";
import type { Engagement, Reward, Shop, ShopperIdentity } from "~/platform/generated/client";
import type { RewardReason } from "./reward-reason";

/** A promise that is due and what it is checked against. */
export interface DuePromise {
  reward: Reward;
  shop: Shop;
  engagement: Engagement;
  recipient: ShopperIdentity;
  blocked: boolean;
}

/** What becomes of a promise that is due. */
export type DueVerdict =
  | { outcome: "send" }
  | { outcome: "await_publication" }
  | { outcome: "end"; reason: RewardReason };

/** The last look before a code is taken: much may have changed since the promise was made. */
export function checkDue({ reward, shop, engagement, recipient, blocked }: DuePromise, now: Date): DueVerdict {
  if (shop.uninstalledAt) return { outcome: "end", reason: "uninstalled" };
  if (reward.expiresOn && couponEnd(reward.expiresOn, shop.timeZone) <= now)
    return { outcome: "end", reason: "expired" };
  if (recipient.value === null) return { outcome: "end", reason: "no_email" };
  const bar = disqualified(engagement, shop, blocked, now);
  if (bar) return { outcome: "end", reason: bar };
  if (publicationPending(engagement, shop)) return { outcome: "await_publication" };
  return { outcome: "send" };
}
