import { type Sentence, sentence } from "~/messages/sentence";
import type { Database, Transaction } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import { replaceConnectionSecret } from "./replace-connection-secret.server";

/**
 * Saves the private API token the merchant copies out of Judge.me; Judge.me signs its webhooks with it.
 * `message` is for the field.
 */
export async function connectJudgeme(
  db: Database | Transaction,
  { shopId, privateToken, cipher }: { shopId: number; privateToken: string; cipher: Cipher },
  now: Date,
): Promise<{ outcome: "connected" } | { outcome: "invalid"; message: Sentence } | { outcome: "not_found" }> {
  const token = privateToken.trim();
  if (token === "") return { outcome: "invalid", message: sentence("judgeme_source.token_missing") };
  if (!/^[\x21-\x7e]{8,200}$/.test(token)) {
    return { outcome: "invalid", message: sentence("judgeme_source.token_malformed") };
  }
  const replaced = await replaceConnectionSecret(db, { shopId, source: "judgeme", sealed: cipher.encrypt(token) }, now);
  return replaced.outcome === "replaced" ? { outcome: "connected" } : replaced;
}
