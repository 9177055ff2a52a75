import type { EngagementEvent } from "../engagement-event";
import type { InboxReason } from "../inbox-reason";

/** What a source's parser makes of one delivery. */
export type ParsedDelivery =
  | { outcome: "engagement"; event: EngagementEvent }
  | { outcome: "ignored"; reason: InboxReason }
  | { outcome: "unreadable"; reason: InboxReason };

/** The times that stand in where a body gives none: what the sender's headers say, and our own clock. */
export interface DeliveryTimes {
  triggeredAt: Date | null;
  receivedAt: Date;
}
