import type { Database } from "./database.server";
import type { Cipher } from "./encryption";

/**
 * Whether what is stored can be opened with this key, tried on the newest shop's identity key. With a wrong key every
 * delivery would fail, and new secrets would be sealed with it beside the old ones. Throws what the database throws.
 */
export async function checkEncryptionKey(
  db: Database,
  cipher: Cipher,
): Promise<{ outcome: "fits" } | { outcome: "wrong_key" }> {
  const shop = await db.shop.findFirst({ orderBy: { id: "desc" }, select: { identityKey: true } });
  if (!shop) return { outcome: "fits" };
  try {
    cipher.decrypt(shop.identityKey);
    return { outcome: "fits" };
  } catch {
    return { outcome: "wrong_key" };
  }
}
