import type { InboxState } from "~/platform/generated/client";
import type { StateLabel } from "./reward-label";

const LABELS: Record<InboxState, StateLabel> = {
  waiting: { label: "Being read", tone: "attention" },
  read: { label: "Read", tone: "success" },
  ignored: { label: "Not needed" },
  unreadable: { label: "Could not be read", tone: "critical" },
  failed: { label: "Failed", tone: "critical" },
};

/** A delivery's state as every page names it. */
export function deliveryState(state: InboxState): StateLabel {
  return LABELS[state];
}
