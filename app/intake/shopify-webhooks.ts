import type { IncomingMessage, ServerResponse } from "node:http";
import { isSignedBody } from "~/engagements/sources/hmac-signature";
import { parseTime } from "~/engagements/sources/parse-time";
import { answer, answerUnreadBody, answerWritten } from "./answer";
import { deliveryKeyOf, type InboxEntry } from "./inbox-entry";
import type { IntakeContext } from "./intake-context";
import { readBody } from "./read-body";
import { headerOf } from "./request-header";

const LIMIT = 5_000_000;
const HEADER_LIMIT = 200;
const SIGNATURE = "x-shopify-hmac-sha256";

/**
 * `POST /webhooks/…`: every topic of shopify.app.toml. The topic, the shop and the ids stand in headers, which Shopify's
 * signature does not cover. Nothing here talks to Shopify.
 */
export async function receiveShopifyWebhook(
  context: IntakeContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const signature = headerOf(request, SIGNATURE);
  if (!signature) return refuse(context, response);
  const read = await readBody(request, { limit: LIMIT, inHand: context.bodies });
  if (read.outcome !== "read") return answerUnreadBody(response, read);
  const isSigned = isSignedBody(read.body, signature, { secrets: context.shopifySecrets, encoding: "base64" });
  if (!isSigned || isOtherSignedText(read.body)) return refuse(context, response);
  const written = await context.inbox.write(toEntry(request, read.body, context.now()));
  answerWritten(response, written, { accepted: 200, unknownShop: 200 });
}

function refuse({ refused, logger }: IntakeContext, response: ServerResponse): void {
  refused.shopify += 1;
  logger.warn({ door: "shopify", refused: refused.shopify }, "webhook refused: bad or missing signature");
  answer(response, 401, { error: "bad signature" });
}

function toEntry(request: IncomingMessage, body: Buffer, receivedAt: Date): InboxEntry {
  const header = (name: string) => headerOf(request, name)?.trim().slice(0, HEADER_LIMIT) ?? "";
  return {
    shopDomain: header("x-shopify-shop-domain").toLowerCase(),
    source: "shopify",
    topic: header("x-shopify-topic").toLowerCase(),
    deliveryKey: deliveryKeyOf(headerOf(request, "x-shopify-webhook-id"), body),
    eventId: header("x-shopify-event-id") || null,
    body,
    triggeredAt: parseTime(header("x-shopify-triggered-at")),
    receivedAt,
  };
}

/**
 * Shopify signs session tokens and addresses with the same secret, and any merchant holds some of their own. Neither the signed part
 * of a token (`header.payload`) nor a query is ever a webhook, nor is what begins with white space, as a query made to be read as JSON
 * does; anything else that was signed is kept, readable or not.
 */
function isOtherSignedText(body: Buffer): boolean {
  const start = body.subarray(0, LONGEST_TOKEN).toString("latin1");
  return /^[\w-]+\.[\w-]+$/.test(start) || /^[\w.%[\]-]+=|^\s/.test(start);
}

/** Bytes; a token is shorter, and what is longer than this without a break is none. */
const LONGEST_TOKEN = 16_384;
