import type { MessageId } from "~/messages/english";
import type { EngagementDecision, RewardState } from "~/platform/generated/client";

/** What a badge shows. `tone` is one of Polaris's; without one the badge is plain. */
export interface StateLabel {
  label: MessageId;
  tone?: "success" | "attention" | "warning" | "critical";
}

const LABELS: Record<RewardState, StateLabel> = {
  awaiting_publication: { label: "reward_state.awaiting_publication", tone: "attention" },
  promised: { label: "reward_state.promised", tone: "attention" },
  waiting_for_code: { label: "reward_state.waiting_for_code", tone: "critical" },
  sending: { label: "reward_state.sending", tone: "attention" },
  sent: { label: "reward_state.sent", tone: "success" },
  failed: { label: "reward_state.failed", tone: "critical" },
  parked: { label: "reward_state.parked", tone: "warning" },
  ended: { label: "reward_state.ended" },
};

/** A reward's state as every page names it. */
export function rewardLabel(state: RewardState): StateLabel {
  return LABELS[state];
}

/**
 * A decision as its badge shows it: only one that left a promise open says "Promised". That was then, so unlike the reward's own
 * state it asks for nobody's attention.
 */
export function decisionLabel({ outcome, reason }: Pick<EngagementDecision, "outcome" | "reason">): StateLabel {
  if (outcome === "waiting") return rewardLabel("awaiting_publication");
  if (outcome === "not_rewarded") return { label: "standing.no_coupon" };
  return reason === "promised" ? { label: "reward_state.promised" } : { label: "standing.rewarded", tone: "success" };
}
