import { createHash } from "node:crypto";
import { judgemeSignature, shopifySignature, standardHeaders } from "../../../devstore/shopper/signatures";
import type { Delivery, ShopPlan } from "../world/world";

/** The app's client secret in every run. */
export const SHOPIFY_SECRET = "chaos-shopify-secret";

/** A delivery as it goes over the wire at `now`. */
export interface SignedDelivery {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Signs as the delivery's sender does; a forged one is signed with a guess. */
export function signDelivery({ door, topic, key, body, inbox }: Delivery, shop: ShopPlan, now: Date): SignedDelivery {
  const json = { "content-type": "application/json" };
  if (door === "judgeme") {
    const { token, secret } = shop.hooks.judgeme;
    const headers = { ...json, "judgeme-hmac-sha256": judgemeSignature(secret, body) };
    return { path: `/hooks/judgeme/${token}`, headers, body };
  }
  if (door === "events") {
    const { token, secret } = shop.hooks.events;
    return {
      path: `/hooks/events/${token}`,
      headers: { ...json, ...standardHeaders(secret, key ?? "", now, body) },
      body,
    };
  }
  const headers = {
    ...json,
    "x-shopify-topic": topic,
    "x-shopify-shop-domain": shop.domain,
    "x-shopify-webhook-id": key ?? "",
    "x-shopify-event-id": `event-of-${key}`,
    "x-shopify-triggered-at": now.toISOString(),
    "x-shopify-hmac-sha256": shopifySignature(inbox.state === "refused" ? "a guess" : SHOPIFY_SECRET, body),
  };
  return { path: "/webhooks", headers, body };
}

/** What a redelivery is recognised by, as docs of the doors say: the sender's id, else the SHA-256 (hex) of the bytes. */
export function deliveryKey({ key, body }: Pick<Delivery, "key" | "body">): string {
  return key ?? createHash("sha256").update(body).digest("hex");
}
