import type { Database, Transaction } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import { replaceConnectionSecret } from "./replace-connection-secret.server";
import { newWebhookSecret } from "./sources/standard-webhook";

/** Gives the events API of a shop a new secret. The old one is accepted for another hour. */
export async function rotateEventsSecret(
  db: Database | Transaction,
  { shopId, cipher }: { shopId: number; cipher: Cipher },
  now: Date,
): Promise<{ outcome: "rotated"; secret: string } | { outcome: "not_found" }> {
  const secret = newWebhookSecret();
  const replaced = await replaceConnectionSecret(db, { shopId, source: "events", sealed: cipher.encrypt(secret) }, now);
  return replaced.outcome === "replaced" ? { outcome: "rotated", secret } : replaced;
}
