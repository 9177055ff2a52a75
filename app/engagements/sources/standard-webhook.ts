import { createHmac, randomBytes } from "node:crypto";
import { isSameText } from "./same-text";

// Standard Webhooks (standardwebhooks.com, symmetric signatures). The npm package decodes the body to text before it checks
// and reads the clock itself; this one works on the raw bytes and takes the time. Its test signs with the package.

const PREFIX = "whsec_";
const TOLERANCE_SECONDS = 300;

/** The three headers of a signed message. */
export interface StandardWebhookHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

/** A new symmetric secret: "whsec_" and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/**
 * Checks a message against each secret. `sentAt` is the signed time of the attempt, at most five minutes from `now`;
 * the signature header holds several "v1,<base64>" separated by spaces while the sender rotates.
 */
export function checkStandardWebhook(
  body: Uint8Array,
  { id, timestamp, signature }: StandardWebhookHeaders,
  secrets: string[],
  now: Date,
): { outcome: "signed"; id: string; sentAt: Date } | { outcome: "refused" } {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return { outcome: "refused" };
  const sentAt = new Date(Number(timestamp) * 1000);
  if (Math.abs(now.getTime() - sentAt.getTime()) > TOLERANCE_SECONDS * 1000) return { outcome: "refused" };
  const given = signature
    .split(" ")
    .filter((one) => one.startsWith("v1,"))
    .slice(0, MOST_SIGNATURES);
  const expected = secrets.map((secret) => `v1,${sign(secret, `${id}.${timestamp}.`, body)}`);
  const isSigned = expected.some((one) => given.some((other) => isSameText(one, other)));
  return isSigned ? { outcome: "signed", id, sentAt } : { outcome: "refused" };
}

const MOST_SIGNATURES = 10;

function sign(secret: string, head: string, body: Uint8Array): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, "base64");
  return createHmac("sha256", key).update(head).update(body).digest("base64");
}
