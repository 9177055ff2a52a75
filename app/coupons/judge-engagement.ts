import { subDays } from "date-fns";
import type { Engagement, Shop } from "~/platform/generated/client";
import { holdEnd } from "./hold-end";
import type { Reason } from "./reason";

/** The shop's settings that decide about engagements. */
export type Rules = Pick<
  Shop,
  "holdSeconds" | "thankYouEmailSince" | "verifiedBuyersOnly" | "waitForPublication" | "orderAudience" | "timeZone"
>;

/** Engagements older than this earn nothing: connecting a source must not reward its past. */
const MAX_AGE_DAYS = 14;

/** Reasons that end a promise as well as they prevent one. */
export type Disqualification = Extract<
  Reason,
  "withdrawn" | "test" | "imported" | "rejected" | "blocked" | "not_verified"
>;

/** Why the engagement may not be rewarded at all, be it with a new promise or with one already made; null if it may. */
export function disqualified(
  engagement: Engagement,
  rules: Rules,
  blocked: boolean,
  now: Date,
): Disqualification | null {
  if (engagement.withdrawnAt) return "withdrawn";
  if (engagement.isTest) return "test";
  if (engagement.isImported) return "imported";
  if (engagement.publication === "rejected") return "rejected";
  if (blocked) return "blocked";
  if (verificationPending(engagement, rules) && now >= holdEnd(engagement, rules.holdSeconds)) return "not_verified";
  return null;
}

/** Why no new promise may be made for the engagement now, though an existing one would stand; null if one may. */
export function noNewPromise(engagement: Engagement, rules: Rules, now: Date): Reason | null {
  if (engagement.kind === "share") return engagement.parentKey ? "share_without_review" : "share_by_someone_else";
  if (!engagement.shopperId) return "no_shopper";
  if (!engagement.recipientId) return "no_email";
  if (!rules.thankYouEmailSince) return "email_off";
  if (engagement.engagedAt < rules.thankYouEmailSince) return "before_email_on";
  if (engagement.engagedAt < subDays(now, MAX_AGE_DAYS)) return "too_old";
  if (engagement.kind === "order" && rules.orderAudience === "accepts_marketing" && !engagement.acceptsMarketing) {
    return "no_marketing_consent";
  }
  return null;
}

/** Whether the reviewer still has to be verified before a reward goes out. */
export function verificationPending(engagement: Engagement, rules: Rules): boolean {
  return rules.verifiedBuyersOnly && engagement.kind === "review" && engagement.verification !== "buyer";
}

/** Whether a review has to be published, or an answer approved, before a reward goes out. */
export function publicationPending(engagement: Engagement, rules: Rules): boolean {
  if (engagement.kind === "answer") return engagement.publication === "pending";
  return rules.waitForPublication && engagement.kind === "review" && engagement.publication !== "published";
}
