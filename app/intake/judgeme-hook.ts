import type { ServerResponse } from "node:http";
import { isSignedBody } from "~/engagements/sources/hmac-signature";
import { answerWritten } from "./answer";
import { deliveryKeyOf } from "./inbox-entry";
import type { IntakeContext } from "./intake-context";
import { type HookRequest, readHook } from "./read-hook";
import { headerOf } from "./request-header";

const SIGNED = { source: "judgeme", signedIn: "judgeme-hmac-sha256" } as const;

/**
 * `POST /hooks/judgeme/<token>`: signed in JUDGEME-HMAC-SHA256 with the private token the merchant pasted; until then
 * nothing is accepted. Judge.me gives no delivery id, so the same bytes are the same delivery.
 */
export async function receiveJudgemeHook(
  context: IntakeContext,
  { request, token }: HookRequest,
  response: ServerResponse,
): Promise<void> {
  const hook = await readHook(context, SIGNED, { request, token }, response);
  if (!hook) return;
  const { shopDomain, body, secrets, receivedAt } = hook;
  if (!isSignedBody(body, headerOf(request, SIGNED.signedIn), { secrets, encoding: "hex" })) return hook.refuse();
  const written = await context.inbox.write({
    shopDomain,
    source: "judgeme",
    topic: "",
    deliveryKey: deliveryKeyOf(undefined, body),
    eventId: null,
    body,
    triggeredAt: null,
    receivedAt,
  });
  answerWritten(response, written, { accepted: 200, unknownShop: 404 });
}
