import { randomInt } from "node:crypto";
import type { Product, Shopper } from "./catalogue";

/** A paid order of the demo store. */
export interface Order {
  /** Digits only, beyond 2^53. */
  id: string;
  /** "#1001". */
  name: string;
  shopper: Shopper;
  /** Address given at the checkout, where it is not the customer's own. */
  checkoutEmail?: string;
  product: Product;
  /** Discount codes as typed. */
  codes: string[];
  /** What went back so far, in hundredths of the shop's currency. */
  refunded: number;
  placedAt: Date;
}

/** Makes an order; `number` is the store's running order number. */
export function placeOrder(shopper: Shopper, product: Product, number: number, now: Date, codes: string[] = []): Order {
  const id = String(820_982_911_000_000_000n + BigInt(randomInt(2 ** 40)));
  return { id, name: `#${number}`, shopper, product, codes, refunded: 0, placedAt: now };
}
