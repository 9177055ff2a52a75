import type { IncomingMessage, ServerResponse } from "node:http";
import { countRefusedDelivery } from "~/engagements/count-refused-delivery.server";
import { findConnection } from "~/engagements/find-connection.server";
import type { Source } from "~/platform/generated/enums";
import { answer, answerUnreadBody } from "./answer";
import type { IntakeContext } from "./intake-context";
import { readBody } from "./read-body";

const LIMIT = 1_000_000;

/** A request to a hook URL, and the token in it. */
export interface HookRequest {
  request: IncomingMessage;
  token: string;
}

/** What came to a shop's own hook URL; nobody has looked at its signature yet. */
export interface HookDelivery {
  shopDomain: string;
  body: Buffer;
  /** What may have signed it; empty until a secret is set. */
  secrets: string[];
  receivedAt: Date;
  /** Answers 401, and counts it for the merchant to see. */
  refuse(): Promise<void>;
}

/** Reads a request to `/hooks/<source>/<token>`. Null where it was answered already: no such hook, or no whole body. */
export async function readHook(
  { db, cipher, now, bodies }: IntakeContext,
  source: Source,
  { request, token }: HookRequest,
  response: ServerResponse,
): Promise<HookDelivery | null> {
  const found = await findConnection(db, { source, token, cipher }, now());
  if (found.outcome === "not_found") {
    answer(response, 404, { error: "no such hook" });
    return null;
  }
  const read = await readBody(request, { limit: LIMIT, inHand: bodies });
  if (read.outcome !== "read") {
    answerUnreadBody(response, read);
    return null;
  }
  const { shopId, shopDomain, secrets } = found.connection;
  const receivedAt = now();
  const refuse = async () => {
    await countRefusedDelivery(db, { shopId, source }, receivedAt);
    answer(response, 401, { error: "bad signature" });
  };
  return { shopDomain, body: read.body, secrets, receivedAt, refuse };
}
