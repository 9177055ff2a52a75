import { type Sentence, sentence } from "~/messages/sentence";

/** Why an engagement earned a coupon or did not. Codes are stored; the messages are what a merchant reads. */
const MESSAGES = {
  // about the engagement as a whole
  promised: "decision.promised",
  awaiting_publication: "decision.awaiting_publication",
  already_rewarded: "decision.already_rewarded",
  cancelled_after_sent: "decision.cancelled_after_sent",
  deleted_after_sent: "decision.deleted_after_sent",
  withdrawn: "decision.withdrawn",
  rejected: "decision.rejected",
  test: "decision.test",
  imported: "decision.imported",
  no_shopper: "decision.no_shopper",
  no_email: "decision.no_email",
  blocked: "decision.blocked",
  email_off: "decision.email_off",
  before_email_on: "decision.before_email_on",
  too_old: "decision.too_old",
  not_verified: "decision.not_verified",
  no_marketing_consent: "decision.no_marketing_consent",
  share_without_review: "decision.share_without_review",
  share_by_someone_else: "decision.share_by_someone_else",
  no_coupon: "decision.no_coupon",
  no_coupon_matched: "decision.no_coupon_matched",
  // about one coupon
  matched: "decision.matched",
  other_engagement: "decision.other_engagement",
  needs_photo: "decision.needs_photo",
  photo_too_late: "decision.photo_too_late",
  needs_share: "decision.needs_share",
  paused: "decision.paused",
  before_coupon: "decision.before_coupon",
  expired: "decision.expired",
  ends_before_due: "decision.ends_before_due",
  limit_reached: "decision.limit_reached",
  budget_used: "decision.budget_used",
  smaller_reward: "decision.smaller_reward",
  already_rewarded_by_other: "decision.already_rewarded_by_other",
} as const;

/** A stored reason. */
export type Reason = keyof typeof MESSAGES;

/** Figures that belong to a reason, e.g. how many of how many. */
export interface ReasonDetail {
  used?: number;
  limit?: number;
}

/**
 * The reason as a merchant reads it, in words that may stand within a line, e.g. "limit reached: 1 of 1"; codes of older versions are
 * shown as they are.
 */
export function describeReason(reason: string, { used = 0, limit }: ReasonDetail = {}): Sentence {
  const words = isReason(reason)
    ? sentence(MESSAGES[reason])
    : sentence("common.verbatim", { text: reason.replaceAll("_", " ") });
  return limit === undefined ? words : sentence("decision.with_figures", { reason: words, used, limit });
}

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(MESSAGES, reason);
}
