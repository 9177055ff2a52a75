import type { Database } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import type { Source } from "~/platform/generated/enums";
import { sha256Hex } from "~/platform/secrets";

/** A hook URL that belongs to a shop which has Laurel installed. */
export interface FoundConnection {
  shopId: number;
  shopDomain: string;
  /** Accepted now: the current secret, and for an hour the one before it. Empty until a secret is set. */
  secrets: string[];
}

/** Finds the connection a hook URL's token belongs to. A shop that has uninstalled Laurel has no hook URLs. */
export async function findConnection(
  db: Database,
  { source, token, cipher }: { source: Source; token: string; cipher: Cipher },
  now: Date,
): Promise<{ outcome: "found"; connection: FoundConnection } | { outcome: "not_found" }> {
  const row = await db.sourceConnection.findFirst({
    where: { tokenHash: sha256Hex(token), source, shop: { uninstalledAt: null } },
    select: {
      shopId: true,
      shop: { select: { domain: true } },
      secret: true,
      previousSecret: true,
      previousSecretUntil: true,
    },
  });
  if (!row) return { outcome: "not_found" };
  const previous = row.previousSecretUntil && row.previousSecretUntil > now ? row.previousSecret : null;
  const secrets = [row.secret, previous].filter((sealed) => sealed !== null).map(cipher.decrypt);
  return { outcome: "found", connection: { shopId: row.shopId, shopDomain: row.shop.domain, secrets } };
}
