import type { MessageId } from "~/messages/english";
import { type Sentence, sentence } from "~/messages/sentence";
import type { Engagement, Reward, RewardState } from "~/platform/generated/client";
import { describeRewardReason } from "~/rewards/reward-reason";
import { describeDecision, type StoredDecision } from "./coupon-answers";
import { rewardLabel, type StateLabel } from "./reward-label";

/** What was decided about an engagement, for one line on a page. */
export interface EngagementVerdict extends StateLabel {
  /** The reason, or what happens next, without a full stop. */
  why: Sentence;
  /** When the reward goes out, while that is still to come. */
  sendAt: Date | null;
}

type Told = Pick<
  Engagement,
  "kind" | "rating" | "mediaCount" | "attachedMediaCount" | "sharedAt" | "productTitle" | "orderName"
>;
type Standing = Pick<Reward, "state" | "sendAt" | "reason" | "description">;

/** What the shopper did, in a merchant's words: "Review with photo, 5 stars: Ceramic teapot". */
export function describeEngagement(engagement: Told): Sentence {
  const about = engagement.kind === "order" ? engagement.orderName : engagement.productTitle;
  const { rating } = engagement;
  const name = nameOf(engagement);
  const what = rating === null ? name : sentence("engagement.with_stars", { what: name, stars: rating });
  return about ? sentence("engagement.about", { what, about }) : what;
}

/** Whether anything can go out now: promises wait while the thank-you email is off. */
export interface Sending {
  emailIsOn: boolean;
}

/** How the engagement stands: by its newest reward that is not over, else by the newest decision. */
export function judgeStanding(
  decision: StoredDecision | undefined,
  rewards: Standing[],
  sending: Sending,
): EngagementVerdict {
  const reward = rewards.find(({ state }) => state !== "ended") ?? rewards[0];
  if (reward) {
    const sendAt = reward.state === "promised" && sending.emailIsOn ? reward.sendAt : null;
    return { ...rewardLabel(reward.state), why: describeReward(reward, sending), sendAt };
  }
  if (!decision) return { label: "standing.new", why: sentence("standing.not_decided"), sendAt: null };
  return { label: "standing.no_coupon", why: describeDecision(decision), sendAt: null };
}

/** What becomes, or became, of a reward, without a full stop. */
export function describeReward(
  { state, reason, description: coupon }: Pick<Reward, "state" | "reason" | "description">,
  { emailIsOn }: Sending,
): Sentence {
  if (!emailIsOn && state === "promised") return sentence("reward.email_off");
  if (!emailIsOn && state === "waiting_for_code") return sentence("reward.no_code_and_email_off");
  switch (state) {
    case "failed":
      return describeRewardReason(reason ?? "refused");
    case "parked":
      return describeRewardReason(reason ?? "delivery_unknown");
    case "ended":
      return reason ? describeRewardReason(reason) : sentence("reward.ended");
    default:
      return sentence(NEXT[state], { coupon });
  }
}

const NEXT: Record<Exclude<RewardState, "failed" | "parked" | "ended">, MessageId> = {
  awaiting_publication: "reward.awaiting_publication",
  promised: "reward.promised",
  waiting_for_code: "reward.waiting_for_code",
  sending: "reward.sending",
  sent: "reward.sent",
};

function nameOf({ kind, mediaCount, attachedMediaCount, sharedAt }: Told): Sentence {
  if (kind !== "review") return sentence(NAMES[kind]);
  const extras = [mediaCount + attachedMediaCount > 0 && "photo", sharedAt && "shared"].filter(Boolean);
  return sentence("engagement.review", { extras: extras.join("_") });
}

const NAMES: Record<Exclude<Engagement["kind"], "review">, MessageId> = {
  order: "engagement.order",
  answer: "engagement.answer",
  share: "engagement.share",
  media: "engagement.media",
  question: "engagement.question",
  profile_view: "engagement.profile_view",
};
