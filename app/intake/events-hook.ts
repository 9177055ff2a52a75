import type { ServerResponse } from "node:http";
import { checkNeutralEvent } from "~/engagements/check-neutral-event";
import { checkStandardWebhook } from "~/engagements/sources/standard-webhook";
import { answer, answerWritten } from "./answer";
import { deliveryKeyOf } from "./inbox-entry";
import type { IntakeContext } from "./intake-context";
import { type HookRequest, readHook } from "./read-hook";
import { headerOf } from "./request-header";

const SIGNED = { source: "events", signedIn: "webhook-signature" } as const;

/**
 * `POST /hooks/events/<token>`: the events API, signed by Standard Webhooks. Its contract is ours, so this is the one door
 * that checks the shape of a body: 422 with the fields at fault, and nothing stored.
 */
export async function receiveEvent(
  context: IntakeContext,
  { request, token }: HookRequest,
  response: ServerResponse,
): Promise<void> {
  const hook = await readHook(context, SIGNED, { request, token }, response);
  if (!hook) return;
  const { shopDomain, body, secrets, receivedAt } = hook;
  const headers = {
    id: headerOf(request, "webhook-id"),
    timestamp: headerOf(request, "webhook-timestamp"),
    signature: headerOf(request, SIGNED.signedIn),
  };
  const checked = checkStandardWebhook(body, headers, secrets, receivedAt);
  if (checked.outcome === "refused") return hook.refuse();
  const shape = checkNeutralEvent(body);
  if (shape.outcome === "invalid") return answer(response, 422, { errors: shape.errors, more: shape.more });
  const written = await context.inbox.write({
    shopDomain,
    source: "events",
    topic: "",
    deliveryKey: deliveryKeyOf(checked.id, body),
    eventId: null,
    body,
    triggeredAt: checked.sentAt,
    receivedAt,
  });
  answerWritten(response, written, { accepted: 202, unknownShop: 404 });
}
