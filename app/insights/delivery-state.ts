import type { InboxState } from "~/platform/generated/client";
import type { StateLabel } from "./reward-label";

const LABELS: Record<InboxState, StateLabel> = {
  waiting: { label: "inbox_state.waiting", tone: "attention" },
  read: { label: "inbox_state.read", tone: "success" },
  ignored: { label: "inbox_state.ignored" },
  unreadable: { label: "inbox_state.unreadable", tone: "critical" },
  failed: { label: "inbox_state.failed", tone: "critical" },
};

/** A delivery's state as every page names it. */
export function deliveryState(state: InboxState): StateLabel {
  return LABELS[state];
}
