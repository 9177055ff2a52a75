import { describeReason, type ReasonDetail } from "~/coupons/reason";
import type { Engagement, RewardState } from "~/platform/generated/client";
import { describeRewardReason } from "~/rewards/reward-reason";

/** What was decided about an engagement, for one line on a page. */
export interface EngagementVerdict {
  /** How it stands: it earned something, it may still, or it did not. */
  tone: "success" | "attention" | "neutral" | "critical";
  /** One or two words, for a badge. */
  label: string;
  /** The reason, or what happens next, without a full stop. */
  why: string;
  /** When the reward goes out, while that is still to come. */
  sendAt: Date | null;
}

type Deed = Pick<
  Engagement,
  "kind" | "rating" | "mediaCount" | "attachedMediaCount" | "sharedAt" | "productTitle" | "orderName"
>;
/** A stored decision; `coupons` is JSON with each coupon's own answer. */
type Decision = { outcome: string; reason: string; coupons: unknown };

type Reward = { state: RewardState; sendAt: Date | null; reason: string | null; description: string };

/** What the shopper did, in a merchant's words: "Review with photo, 5 stars: Ceramic teapot". */
export function describeDeed(deed: Deed): string {
  const about = deed.kind === "order" ? deed.orderName : deed.productTitle;
  const name = nameOfDeed(deed);
  const stars = deed.rating === null ? "" : `, ${deed.rating} ${deed.rating === 1 ? "star" : "stars"}`;
  return `${name}${stars}${about ? `: ${about}` : ""}`;
}

/** How the engagement stands: by its newest reward that is not over, else by the newest decision. */
export function judgeStanding(decision: Decision | undefined, rewards: Reward[]): EngagementVerdict {
  const reward = rewards.find(({ state }) => state !== "ended") ?? rewards[0];
  if (reward) return STANDING[reward.state](reward);
  if (!decision) return { tone: "neutral", label: "New", why: "not decided yet", sendAt: null };
  const why = describeReason(decision.reason, detailOf(decision));
  if (decision.outcome === "waiting") return { tone: "attention", label: "Waiting", why, sendAt: null };
  return { tone: "neutral", label: "No coupon", why, sendAt: null };
}

const STANDING: Record<RewardState, (reward: Reward) => EngagementVerdict> = {
  awaiting_publication: ({ description }) =>
    verdict("attention", "Waiting", `“${description}” waits until the review is published`),
  promised: ({ description, sendAt }) => ({
    ...verdict("attention", "Promised", `“${description}” will be sent`),
    sendAt,
  }),
  waiting_for_code: ({ description }) =>
    verdict("critical", "No code left", `“${description}” goes out as soon as codes are added`),
  sending: ({ description }) => verdict("attention", "Sending", `“${description}” is on its way`),
  sent: ({ description }) => verdict("success", "Sent", `“${description}” was sent`),
  failed: ({ reason }) => verdict("critical", "Failed", describeRewardReason(reason ?? "refused")),
  parked: ({ reason }) => verdict("critical", "Needs you", describeRewardReason(reason ?? "delivery_unknown")),
  ended: ({ reason }) => verdict("neutral", "Ended", reason ? describeRewardReason(reason) : "the promise ended"),
};

/** The figures of the first coupon that answered with the decision's own reason. */
function detailOf({ reason, coupons }: Decision): ReasonDetail | undefined {
  const answers = Array.isArray(coupons) ? (coupons as { reason: string; detail?: ReasonDetail }[]) : [];
  return answers.find((answer) => answer.reason === reason)?.detail;
}

function verdict(tone: EngagementVerdict["tone"], label: string, why: string): EngagementVerdict {
  return { tone, label, why, sendAt: null };
}

function nameOfDeed({ kind, mediaCount, attachedMediaCount, sharedAt }: Deed): string {
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
