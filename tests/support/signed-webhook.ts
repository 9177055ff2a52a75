import { createHmac, randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { testSettings } from "./test-env";

/** A request as a sender signs it: its headers and the very bytes of its body. */
export interface SignedRequest {
  headers: Record<string, string>;
  body: Buffer;
}

/** A Shopify webhook. A body given as text is sent as it is, so that ids beyond 2^53 and escaped slashes survive. */
export function signedShopifyWebhook(webhook: {
  topic: string;
  body: string | object;
  shop?: string;
  /** X-Shopify-Webhook-Id; a redelivery has the same one. */
  webhookId?: string;
  triggeredAt?: Date;
  secret?: string;
}): SignedRequest {
  const body = bytesOf(webhook.body);
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": webhook.topic,
      "x-shopify-shop-domain": webhook.shop ?? "test.myshopify.com",
      "x-shopify-webhook-id": webhook.webhookId ?? randomUUID(),
      "x-shopify-event-id": randomUUID(),
      "x-shopify-api-version": "2026-10",
      ...(webhook.triggeredAt && { "x-shopify-triggered-at": webhook.triggeredAt.toISOString() }),
      "x-shopify-hmac-sha256": hmac(webhook.secret ?? testSettings.SHOPIFY_API_SECRET, body, "base64"),
    },
  };
}

/** A Judge.me webhook: the hex HMAC of the body under the shop's private API token. */
export function signedJudgemeWebhook(webhook: { body: string | object; privateToken: string }): SignedRequest {
  const body = bytesOf(webhook.body);
  const signature = hmac(webhook.privateToken, body, "hex");
  return { body, headers: { "content-type": "application/json", "judgeme-hmac-sha256": signature } };
}

/** An event for our own events API, signed as Standard Webhooks say. `secret` starts with "whsec_". */
export function signedEvent(event: { body: string | object; secret: string; id?: string; at: Date }): SignedRequest {
  const body = bytesOf(event.body);
  const id = event.id ?? `msg_${randomUUID()}`;
  return {
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(event.at.getTime() / 1000)),
      "webhook-signature": new Webhook(event.secret).sign(id, event.at, body.toString("utf8")),
    },
  };
}

function bytesOf(body: string | object): Buffer {
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

function hmac(secret: string, body: Buffer, encoding: "base64" | "hex"): string {
  return createHmac("sha256", secret).update(body).digest(encoding);
}
