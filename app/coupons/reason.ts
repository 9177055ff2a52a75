/** Why an engagement earned a coupon or did not. Codes are stored; the words below are what a merchant reads. */
const WORDS = {
  // about the engagement as a whole
  promised: "rewarded",
  awaiting_publication: "waiting until the review is published",
  already_rewarded: "already rewarded",
  cancelled_after_sent: "cancelled after the coupon was sent; it stays the shopper’s",
  deleted_after_sent: "deleted after the coupon was sent; it stays the shopper’s",
  withdrawn: "it was deleted or cancelled",
  rejected: "the review is hidden, unpublished or was rejected",
  test: "it is a test order",
  imported: "it was imported or written by the merchant",
  no_shopper: "the source did not say who it was",
  no_email: "no email address to send the coupon to",
  blocked: "the address is on the block list",
  email_off: "the thank-you email is off",
  before_email_on: "it happened while the thank-you email was off",
  too_old: "it is more than 14 days old",
  not_verified: "the reviewer is not a verified buyer",
  no_marketing_consent: "the customer does not accept marketing",
  share_without_review: "the review that was shared is not known yet",
  share_by_someone_else: "the review was shared by someone else than its author",
  no_coupon: "no coupon rewards this",
  no_coupon_matched: "no coupon applied",
  // about one coupon
  matched: "promised",
  other_engagement: "rewards a different engagement",
  needs_photo: "needs a photo or video",
  photo_too_late: "the photo or video came after the hold window",
  needs_share: "needs the review to be shared",
  paused: "the coupon is paused",
  before_coupon: "it happened before the coupon was live",
  expired: "the coupon has expired",
  ends_before_due: "the coupon expires before the reward would be sent",
  limit_reached: "limit reached",
  budget_used: "the budget is used up",
  smaller_reward: "a more demanding coupon won",
  already_rewarded_by_other: "already rewarded with another coupon",
} as const;

/** A stored reason. */
export type Reason = keyof typeof WORDS;

/** Figures that belong to a reason, e.g. how many of how many. */
export interface ReasonDetail {
  used?: number;
  limit?: number;
}

/** The reason in a merchant's words, e.g. "limit reached: 1 of 1"; codes of older versions are shown as they are. */
export function describeReason(reason: string, detail: ReasonDetail = {}): string {
  const words: string = reason in WORDS ? WORDS[reason as Reason] : reason.replaceAll("_", " ");
  return detail.limit === undefined ? words : `${words}: ${detail.used ?? 0} of ${detail.limit}`;
}
