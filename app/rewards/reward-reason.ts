import { type Sentence, sentence } from "~/messages/sentence";

/** Why a promise ended, or how a mail fared. Codes are stored; the messages are what a merchant reads. */
const MESSAGES = {
  withdrawn: "reward_reason.withdrawn",
  rejected: "reward_reason.rejected",
  test: "reward_reason.test",
  imported: "reward_reason.imported",
  upgraded: "reward_reason.upgraded",
  same_engagement: "reward_reason.same_engagement",
  no_longer_satisfied: "reward_reason.no_longer_satisfied",
  blocked: "reward_reason.blocked",
  not_verified: "reward_reason.not_verified",
  expired: "reward_reason.expired",
  uninstalled: "reward_reason.uninstalled",
  coupon_deleted: "reward_reason.coupon_deleted",
  no_email: "reward_reason.no_email",
  template_failed: "reward_reason.template_failed",
  refused: "reward_reason.refused",
  not_taken: "reward_reason.not_taken",
  delivery_unknown: "reward_reason.delivery_unknown",
  key_expired: "reward_reason.key_expired",
  transport_changed: "reward_reason.transport_changed",
} as const;

/** A stored reason. */
export type RewardReason = keyof typeof MESSAGES;

/** What a merchant reads for a stored reason, without a full stop; a provider's own words after ": " are kept. */
export function describeRewardReason(reason: string): Sentence {
  const [code = "", ...rest] = reason.split(": ");
  const words = isRewardReason(code)
    ? sentence(MESSAGES[code])
    : sentence("common.verbatim", { text: code.replaceAll("_", " ") });
  return rest.length === 0 ? words : sentence("reward_reason.with_detail", { reason: words, detail: rest.join(": ") });
}

function isRewardReason(code: string): code is RewardReason {
  return Object.hasOwn(MESSAGES, code);
}
