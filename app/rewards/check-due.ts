import { couponEnd } from "~/coupons/coupon-end";
import { holdEnd } from "~/coupons/hold-end";
import { disqualified, publicationPending, verificationPending } from "~/coupons/judge-engagement";
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
  /** The merchant asks for verified buyers by now, and the review can still be verified. */
  | { outcome: "hold"; until: Date }
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
  if (verificationPending(engagement, shop)) return { outcome: "hold", until: holdEnd(engagement, shop.holdSeconds) };
  if (publicationPending(engagement, shop)) return { outcome: "await_publication" };
  return { outcome: "send" };
}
