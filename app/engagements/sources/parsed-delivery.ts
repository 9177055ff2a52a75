import type { EngagementEvent } from "../engagement-event";
import type { InboxReason } from "../inbox-reason";
import type { OrderPayment, PaymentRefund } from "../order-payment";

/** What a source's parser makes of one delivery. */
export type ParsedDelivery =
  /** `payment` stands for orders that were paid with a discount code. */
  | { outcome: "engagement"; event: EngagementEvent; payment?: OrderPayment }
  | { outcome: "ignored"; reason: InboxReason }
  | { outcome: "unreadable"; reason: InboxReason };

/** What is made of a refund. */
export type ParsedRefund =
  | { outcome: "refund"; refund: PaymentRefund }
  | { outcome: "unreadable"; reason: InboxReason };

/** The times that stand in where a body gives none: what the sender's headers say, and our own clock. */
export interface DeliveryTimes {
  triggeredAt: Date | null;
  receivedAt: Date;
}
