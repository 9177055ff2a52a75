import { createHash } from "node:crypto";

/** Someone who buys and writes reviews. */
export interface Shopper {
  name: string;
  email: string;
  /** Shopify's customer id, digits only; beyond 2^53 like real ones. */
  customerId: string;
}

/** Something the demo store sells. */
export interface Product {
  /** Shopify's product id, digits only. */
  id: string;
  title: string;
  handle: string;
  /** Price in the shop's currency, two decimals. */
  price: string;
}

/** A shopper with the customer id the store has for this address: the same address is always the same customer. */
export function shopperOf(name: string, email: string): Shopper {
  const digest = createHash("sha256").update(email.trim().toLowerCase()).digest();
  return { name, email, customerId: `115310627${String(digest.readUInt32BE(0) % 1_000_000_000).padStart(9, "0")}` };
}

/** The shoppers the panel offers. */
export const PRESET_SHOPPERS: readonly Shopper[] = [
  shopperOf("Ada Lovelace", "ada@example.com"),
  shopperOf("Ben Okafor", "ben@example.com"),
  shopperOf("Chloé D’Arcy & Sons", "chloe@example.com"),
  shopperOf("Dmitri Novák", "dmitri@example.com"),
];

/** What the demo store sells. */
export const PRODUCTS: readonly [Product, ...Product[]] = [
  { id: "788032119674292922", title: "Bay Leaf Candle", handle: "bay-leaf-candle", price: "24.00" },
  { id: "788032119674292923", title: "Linen Apron", handle: "linen-apron", price: "39.50" },
  { id: "8302173290794", title: "Olive Wood Spoon 10/12″", handle: "olive-wood-spoon", price: "12.90" },
];
