import type { IncomingMessage, ServerResponse } from "node:http";
import { countRefusedDelivery } from "~/engagements/count-refused-delivery.server";
import { findConnection } from "~/engagements/find-connection.server";
import type { Source } from "~/platform/generated/enums";
import { answer, answerUnreadBody } from "./answer";
import type { IntakeContext } from "./intake-context";
import { readBody } from "./read-body";
import { headerOf } from "./request-header";

const LIMIT = 1_000_000;

/** A request to a hook URL, and the token in it. */
export interface HookRequest {
  request: IncomingMessage;
  token: string;
}

/** Who signs, and in which header (lower case). */
export interface SignedSource {
  source: Source;
  signedIn: string;
}

/** What came to a shop's own hook URL; nobody has looked at its signature yet. */
export interface HookDelivery {
  shopDomain: string;
  body: Buffer;
  /** What may have signed it; at least one. */
  secrets: string[];
  receivedAt: Date;
  /** Answers 401, and counts it for the merchant to see. */
  refuse(): Promise<void>;
}

/**
 * Reads a request to `/hooks/<source>/<token>`. Null where it was answered already: no such hook, no signature (then not a byte of
 * the body is read), or no whole body.
 */
export async function readHook(
  { db, cipher, now, bodies }: IntakeContext,
  { source, signedIn }: SignedSource,
  { request, token }: HookRequest,
  response: ServerResponse,
): Promise<HookDelivery | null> {
  const found = await findConnection(db, { source, token, cipher }, now());
  if (found.outcome === "not_found") {
    answer(response, 404, { error: "no such hook" });
    return null;
  }
  const { shopId, shopDomain, secrets } = found.connection;
  const refuse = async () => {
    await countRefusedDelivery(db, { shopId, source }, now());
    answer(response, 401, { error: "bad signature" });
  };
  if (secrets.length === 0 || !headerOf(request, signedIn)) {
    await refuse();
    return null;
  }
  const read = await readBody(request, { limit: LIMIT, inHand: bodies });
  if (read.outcome !== "read") {
    answerUnreadBody(response, read);
    return null;
  }
  return { shopDomain, body: read.body, secrets, receivedAt: now(), refuse };
}
