/** What a paid order says of the codes it used. Amounts are hundredths of the shop's currency. */
export interface OrderPayment {
  /** Shopify's id in digits. */
  orderId: string;
  /** As the order spells them; at least one. */
  codes: string[];
  /** What the order came to when it was paid; refunds do not lower it. Never negative. */
  value: bigint;
  /** When it was placed. The same in every webhook about the order. */
  placedAt: Date;
}

/** Money that went back to a shopper. Amounts are hundredths of the shop's currency. */
export interface PaymentRefund {
  /** Shopify's ids in digits. */
  refundId: string;
  orderId: string;
  /** Zero for a refund that only takes goods back. Never negative. */
  amount: bigint;
  refundedAt: Date;
}
