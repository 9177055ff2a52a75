/** A webhook ready to be sent: exact bytes, signed. Sending it twice is a redelivery. */
export interface Webhook {
  /** What it tells the app, in words for the panel: "Order #1001 paid". */
  what: string;
  /** Who sends it, in words: "Shopify", "Judge.me", "Events API". */
  sender: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}
