import type { Reason } from "~/coupons/reason";

/** What the Activity page can show. `problem`: deliveries that could not be read, which are no engagements. */
export const ACTIVITY_VIEWS = ["all", "rewarded", "waiting", "not_rewarded", "problem"] as const;
export type ActivityView = (typeof ACTIVITY_VIEWS)[number];

/** Overall reasons of a decision that rewarded nothing, as app/rewards/explain-decision.ts gives them. */
export const NOT_REWARDED_REASONS = [
  "no_coupon",
  "no_coupon_matched",
  "needs_photo",
  "photo_too_late",
  "needs_share",
  "limit_reached",
  "budget_used",
  "paused",
  "before_coupon",
  "expired",
  "ends_before_due",
  "email_off",
  "before_email_on",
  "too_old",
  "no_email",
  "no_shopper",
  "blocked",
  "not_verified",
  "no_marketing_consent",
  "withdrawn",
  "rejected",
  "test",
  "imported",
  "share_without_review",
  "share_by_someone_else",
] as const satisfies Reason[];

/** What is asked for. `reason` narrows `not_rewarded` and is null for any. */
export interface ActivityFilter {
  view: ActivityView;
  reason: Reason | null;
}

/** Reads a page's address: `show` and `why`. What is not known counts as not said. */
export function readActivityFilter(search: URLSearchParams): ActivityFilter {
  const view = ACTIVITY_VIEWS.find((known) => known === search.get("show")) ?? "all";
  const reason = NOT_REWARDED_REASONS.find((known) => known === search.get("why")) ?? null;
  return { view, reason: view === "not_rewarded" ? reason : null };
}
