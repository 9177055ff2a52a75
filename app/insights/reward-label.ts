import type { EngagementDecision, RewardState } from "~/platform/generated/client";

/** What a badge shows. `tone` is one of Polaris's; without one the badge is plain. */
export interface StateLabel {
  label: string;
  tone?: "success" | "attention" | "warning" | "critical";
}

const LABELS: Record<RewardState, StateLabel> = {
  awaiting_publication: { label: "Not published yet", tone: "attention" },
  promised: { label: "Promised", tone: "attention" },
  waiting_for_code: { label: "No code left", tone: "critical" },
  sending: { label: "Sending", tone: "attention" },
  sent: { label: "Sent", tone: "success" },
  failed: { label: "Failed", tone: "critical" },
  parked: { label: "Delivery unknown", tone: "warning" },
  ended: { label: "Ended" },
};

/** A reward's state as every page names it. */
export function rewardLabel(state: RewardState): StateLabel {
  return LABELS[state];
}

/** A decision as its badge shows it: only one that left a promise open says "Promised". */
export function decisionLabel({ outcome, reason }: Pick<EngagementDecision, "outcome" | "reason">): StateLabel {
  if (outcome === "waiting") return rewardLabel("awaiting_publication");
  if (outcome === "not_rewarded") return { label: "No coupon" };
  return reason === "promised" ? rewardLabel("promised") : { label: "Rewarded", tone: "success" };
}
