import { createHmac } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";
import type { Webhook } from "./webhook";

/** Shopify's `X-Shopify-Hmac-Sha256`: base64 HMAC-SHA256 of the raw body with the app's client secret. */
export function shopifySignature(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}

/** Judge.me's `JUDGEME-HMAC-SHA256`: lower-case hex HMAC-SHA256 of the raw body with the private API token. */
export function judgemeSignature(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("hex");
}

/** The three headers of Standard Webhooks; `secret` starts with `whsec_`. */
export function standardHeaders(secret: string, id: string, sentAt: Date, body: string): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(sentAt.getTime() / 1000)),
    "webhook-signature": new StandardWebhook(secret).sign(id, sentAt, body),
  };
}

const SIGNATURE_HEADERS = ["X-Shopify-Hmac-Sha256", "JUDGEME-HMAC-SHA256", "webhook-signature"];

/** The same webhook with its signature made with a secret the app does not know: same form, wrong value. */
export function withBadSignature(webhook: Webhook): Webhook {
  const headers = Object.entries(webhook.headers).map(([name, value]) => {
    if (!SIGNATURE_HEADERS.includes(name)) return [name, value];
    if (name === "JUDGEME-HMAC-SHA256") return [name, judgemeSignature("a stranger's guess", webhook.body)];
    const forged = shopifySignature("a stranger's guess", webhook.body);
    return [name, name === "webhook-signature" ? `v1,${forged}` : forged];
  });
  return { ...webhook, what: `${webhook.what} (bad signature)`, headers: Object.fromEntries(headers) };
}

/**
 * The same delivery once more: same bytes, same ids. Standard Webhooks sign the time of each try, so there the
 * timestamp and the signature are made anew under the same `webhook-id`, as its senders do.
 */
export function redelivered(webhook: Webhook, eventsSecret: string, now: Date): Webhook {
  const what = `${webhook.what.replace(/ \(sent again\)$/, "")} (sent again)`;
  const id = webhook.headers["webhook-id"];
  if (!id || webhook.what.includes("bad signature")) return { ...webhook, what };
  return { ...webhook, what, headers: { ...webhook.headers, ...standardHeaders(eventsSecret, id, now, webhook.body) } };
}
