/** Why a promise ended, or how a mail fared. Codes are stored; the words are what a merchant reads. */
const WORDS = {
  withdrawn: "the engagement was deleted or cancelled before the reward was sent",
  rejected: "the review was hidden, unpublished or rejected before the reward was sent",
  test: "it turned out to be a test order",
  imported: "it turned out to be imported or written by the merchant",
  upgraded: "replaced by a more demanding coupon",
  no_longer_satisfied: "the engagement no longer earns this coupon",
  blocked: "the address was put on the block list",
  not_verified: "the reviewer was not verified in time",
  expired: "the coupon expired before it could be sent",
  uninstalled: "Laurel was uninstalled",
  coupon_deleted: "the coupon was deleted and its promises with it",
  no_email: "the email address is gone",
  template_failed: "the thank-you email could not be written from its template",
  refused: "the mail was refused",
  not_taken: "the mail server did not take the mail for three days",
  delivery_unknown: "nobody can know whether the mail arrived",
  key_expired: "the mail provider did not answer for too long to ask again safely",
  transport_changed: "the mail provider was changed while this mail was on its way",
} as const;

/** A stored reason. */
export type RewardReason = keyof typeof WORDS;

/** The reason in a merchant's words; a provider's own words after ": " are kept. */
export function describeRewardReason(reason: string): string {
  const [code = "", ...rest] = reason.split(": ");
  const words: string = code in WORDS ? WORDS[code as RewardReason] : code.replaceAll("_", " ");
  return [words, ...rest].join(": ");
}
