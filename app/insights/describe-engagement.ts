import type { Engagement, Reward, RewardState } from "~/platform/generated/client";
import { describeRewardReason } from "~/rewards/reward-reason";
import { describeDecision, type StoredDecision } from "./coupon-answers";
import { rewardLabel, type StateLabel } from "./reward-label";

/** What was decided about an engagement, for one line on a page. */
export interface EngagementVerdict extends StateLabel {
  /** The reason, or what happens next, without a full stop. */
  why: string;
  /** When the reward goes out, while that is still to come. */
  sendAt: Date | null;
}

type Told = Pick<
  Engagement,
  "kind" | "rating" | "mediaCount" | "attachedMediaCount" | "sharedAt" | "productTitle" | "orderName"
>;
type Standing = Pick<Reward, "state" | "sendAt" | "reason" | "description">;

/** What the shopper did, in a merchant's words: "Review with photo, 5 stars: Ceramic teapot". */
export function describeEngagement(engagement: Told): string {
  const about = engagement.kind === "order" ? engagement.orderName : engagement.productTitle;
  const { rating } = engagement;
  const stars = rating === null ? "" : `, ${rating} ${rating === 1 ? "star" : "stars"}`;
  return `${nameOf(engagement)}${stars}${about ? `: ${about}` : ""}`;
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
  if (!decision) return { label: "New", why: "not decided yet", sendAt: null };
  return { label: "No coupon", why: describeDecision(decision), sendAt: null };
}

/** What becomes, or became, of a reward, without a full stop. */
export function describeReward(
  { state, reason, description }: Pick<Reward, "state" | "reason" | "description">,
  { emailIsOn }: Sending,
): string {
  if (!emailIsOn && state === "promised") return "waiting: the thank-you email is off";
  if (!emailIsOn && state === "waiting_for_code") return "waiting: no code is left, and the thank-you email is off";
  return NEXT[state](`“${description}”`, reason);
}

const NEXT: Record<RewardState, (coupon: string, reason: string | null) => string> = {
  awaiting_publication: (coupon) => `${coupon} waits until the review is published`,
  promised: (coupon) => `${coupon} will be sent`,
  waiting_for_code: (coupon) => `${coupon} goes out as soon as codes are added`,
  sending: (coupon) => `${coupon} is on its way`,
  sent: (coupon) => `${coupon} was sent`,
  failed: (_, reason) => describeRewardReason(reason ?? "refused"),
  parked: (_, reason) => describeRewardReason(reason ?? "delivery_unknown"),
  ended: (_, reason) => (reason ? describeRewardReason(reason) : "the promise ended"),
};

function nameOf({ kind, mediaCount, attachedMediaCount, sharedAt }: Told): string {
  if (kind !== "review") return NAMES[kind];
  const extras = [mediaCount + attachedMediaCount > 0 && "with photo", sharedAt && "shared"].filter(Boolean);
  return ["Review", ...extras].join(" ");
}

const NAMES: Record<Exclude<Engagement["kind"], "review">, string> = {
  order: "Order",
  answer: "Answer to a question",
  share: "Shared review",
  media: "Photo",
  question: "Question",
  profile_view: "Profile viewed",
};
