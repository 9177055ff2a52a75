import type { Database, Transaction } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import type { Source } from "~/platform/generated/enums";

/** A source as its page shows it to the merchant, secrets in plain. */
export interface ListedConnection {
  source: Source;
  /** Where the source sends its events. */
  url: string;
  /** Null until one is set. */
  secret: string | null;
  /** Until when the secret before this one is accepted too; null if it is not. */
  previousSecretUntil: Date | null;
  refusedCount: number;
  lastRefusedAt: Date | null;
  lastReceivedAt: Date | null;
}

/** All sources of a shop with their hook URLs under `appUrl`. */
export async function listConnections(
  db: Database | Transaction,
  { shopId, cipher, appUrl }: { shopId: number; cipher: Cipher; appUrl: string },
  now: Date,
): Promise<ListedConnection[]> {
  const rows = await db.sourceConnection.findMany({ where: { shopId }, orderBy: { source: "asc" } });
  return rows.map(({ source, token, secret, previousSecretUntil, refusedCount, lastRefusedAt, lastReceivedAt }) => ({
    source,
    url: new URL(`/hooks/${source}/${cipher.decrypt(token)}`, appUrl).href,
    secret: secret === null ? null : cipher.decrypt(secret),
    previousSecretUntil: previousSecretUntil && previousSecretUntil > now ? previousSecretUntil : null,
    refusedCount,
    lastRefusedAt,
    lastReceivedAt,
  }));
}
