import type { Request, Response } from "express";
import { countRefusedDelivery } from "~/engagements/count-refused-delivery.server";
import { findConnection } from "~/engagements/find-connection.server";
import { isSignedBody } from "~/engagements/sources/hmac-signature";
import { answer, answerUnreadBody, answerWritten } from "./answer";
import { deliveryKeyOf } from "./inbox-entry";
import type { IntakeContext } from "./intake-context";
import { readBody } from "./read-body";

const LIMIT = 1_000_000;

/**
 * `POST /hooks/judgeme/<token>`: signed in JUDGEME-HMAC-SHA256 with the private token the merchant pasted; until then
 * nothing is accepted. Judge.me gives no delivery id, so the same bytes are the same delivery.
 */
export async function receiveJudgemeHook(context: IntakeContext, request: Request, response: Response): Promise<void> {
  const { db, cipher } = context;
  const token = request.params.token ?? "";
  const found = await findConnection(db, { source: "judgeme", token, cipher }, context.now());
  if (found.outcome === "not_found") return answer(response, 404, { error: "no such hook" });
  const read = await readBody(request, LIMIT);
  if (read.outcome !== "read") return answerUnreadBody(response, read);
  const { shopId, shopDomain, secrets } = found.connection;
  const receivedAt = context.now();
  if (!isSignedBody(read.body, request.get("JUDGEME-HMAC-SHA256"), { secrets, encoding: "hex" })) {
    await countRefusedDelivery(db, { shopId, source: "judgeme" }, receivedAt);
    return answer(response, 401, { error: "bad signature" });
  }
  const written = await context.inbox.write({
    shopDomain,
    source: "judgeme",
    topic: "",
    deliveryKey: deliveryKeyOf(undefined, read.body),
    eventId: null,
    body: read.body,
    triggeredAt: null,
    receivedAt,
  });
  answerWritten(response, written, { accepted: 200, unknownShop: 404 });
}
