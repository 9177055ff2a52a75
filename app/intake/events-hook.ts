import type { Request, Response } from "express";
import { checkNeutralEvent } from "~/engagements/check-neutral-event";
import { countRefusedDelivery } from "~/engagements/count-refused-delivery.server";
import { findConnection } from "~/engagements/find-connection.server";
import { checkStandardWebhook } from "~/engagements/sources/standard-webhook";
import { answer, answerUnreadBody, answerWritten } from "./answer";
import { deliveryKeyOf } from "./inbox-entry";
import type { IntakeContext } from "./intake-context";
import { readBody } from "./read-body";

const LIMIT = 1_000_000;

/**
 * `POST /hooks/events/<token>`: the events API, signed by Standard Webhooks. Its contract is ours, so this is the one door
 * that checks the shape of a body: 422 with the fields at fault, and nothing stored.
 */
export async function receiveEvent(context: IntakeContext, request: Request, response: Response): Promise<void> {
  const { db, cipher } = context;
  const token = request.params.token ?? "";
  const found = await findConnection(db, { source: "events", token, cipher }, context.now());
  if (found.outcome === "not_found") return answer(response, 404, { error: "no such hook" });
  const read = await readBody(request, LIMIT);
  if (read.outcome !== "read") return answerUnreadBody(response, read);
  const { shopId, shopDomain, secrets } = found.connection;
  const receivedAt = context.now();
  const headers = {
    id: request.get("webhook-id"),
    timestamp: request.get("webhook-timestamp"),
    signature: request.get("webhook-signature"),
  };
  const checked = checkStandardWebhook(read.body, headers, secrets, receivedAt);
  if (checked.outcome === "refused") {
    await countRefusedDelivery(db, { shopId, source: "events" }, receivedAt);
    return answer(response, 401, { error: "bad signature" });
  }
  const shape = checkNeutralEvent(read.body);
  if (shape.outcome === "invalid") return answer(response, 422, { errors: shape.errors });
  const written = await context.inbox.write({
    shopDomain,
    source: "events",
    topic: "",
    deliveryKey: deliveryKeyOf(checked.id, read.body),
    eventId: null,
    body: read.body,
    triggeredAt: checked.sentAt,
    receivedAt,
  });
  answerWritten(response, written, { accepted: 202, unknownShop: 404 });
}
