import type { Database, Transaction } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import { randomToken, sha256Hex } from "~/platform/secrets";
import { newWebhookSecret } from "./sources/standard-webhook";

/**
 * Gives a shop its hook URLs: Judge.me (signs nothing until the merchant pastes its private token) and the events API with
 * a secret of its own. A shop that comes back keeps the URLs and secrets it had.
 */
export async function createConnections(
  db: Database | Transaction,
  { shopId, cipher }: { shopId: number; cipher: Cipher },
  now: Date,
): Promise<{ outcome: "created"; count: number }> {
  const connections = [
    { source: "judgeme" as const, secret: null },
    { source: "events" as const, secret: cipher.encrypt(newWebhookSecret()) },
  ];
  const { count } = await db.sourceConnection.createMany({
    data: connections.map(({ source, secret }) => {
      const token = randomToken();
      return { shopId, source, secret, tokenHash: sha256Hex(token), token: cipher.encrypt(token), createdAt: now };
    }),
    skipDuplicates: true,
  });
  return { outcome: "created", count };
}
