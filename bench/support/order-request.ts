import { createHmac } from "node:crypto";

/** How the shoppers' addresses look; the number is the order's. */
const SHOPPER = /^shopper-(\d+)@/;
const BODY_BYTES = 2_000;

/**
 * The orders/paid webhook number `n` as the bytes of an HTTP/1.1 request: an order of its own by a shopper of its own, with
 * the fields shopify.app.toml asks for, filled up to 2 KB.
 */
export function orderRequest(n: number, { shop, secret }: { shop: string; secret: string }): string {
  const body = orderBody(n, new Date().toISOString());
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  return (
    `POST /webhooks/orders/paid HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\nX-Shopify-Topic: orders/paid\r\nX-Shopify-Shop-Domain: ${shop}\r\n` +
    `X-Shopify-Webhook-Id: delivery-${n}\r\nX-Shopify-Event-Id: event-${n}\r\nX-Shopify-API-Version: 2026-10\r\n` +
    `X-Shopify-Triggered-At: ${new Date().toISOString()}\r\nX-Shopify-Hmac-SHA256: ${signature}\r\n\r\n${body}`
  );
}

/** ASCII only, so that its length is its size. */
export function orderBody(n: number, at: string): string {
  const email = `shopper-${n}@bench.example`;
  const order = {
    id: n,
    admin_graphql_api_id: `gid://shopify/Order/${n}`,
    name: `#${n}`,
    email,
    contact_email: email,
    test: false,
    cancelled_at: null,
    created_at: at,
    processed_at: at,
    updated_at: at,
    buyer_accepts_marketing: true,
    customer: {
      id: n,
      admin_graphql_api_id: `gid://shopify/Customer/${n}`,
      email,
      first_name: "Ada",
      last_name: "Lovelace",
      email_marketing_consent: { state: "subscribed", opt_in_level: "single_opt_in", consent_updated_at: at },
    },
    note: "",
  };
  const bare = JSON.stringify(order);
  return JSON.stringify({ ...order, note: "x".repeat(Math.max(0, BODY_BYTES - bare.length)) });
}

/** The order a mail is for, by its recipient; null for any other address. */
export function orderOf(recipient: string): number | null {
  const found = SHOPPER.exec(recipient);
  return found ? Number(found[1]) : null;
}
