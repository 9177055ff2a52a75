import { hashDomain, hashEmail, maskEmail, readEmail } from "~/engagements/shopper-identity";
import type { ShopDatabase } from "~/platform/for-shop";

/**
 * Puts an email address or a whole domain ("example.com", "@example.com" or "*@example.com") on the shop's block list. Of an address only
 * a keyed hash and a masked label are kept. `identityKey` is the shop's, in plain.
 */
export async function blockAddress(
  db: ShopDatabase,
  { identityKey, typed }: { identityKey: string; typed: string },
  now: Date,
): Promise<{ outcome: "blocked"; label: string } | { outcome: "invalid" }> {
  const entry = readEntry(typed.trim(), identityKey);
  if (!entry) return { outcome: "invalid" };
  await db.blockedAddress.createMany({ data: [{ shopId: db.shopId, ...entry, createdAt: now }], skipDuplicates: true });
  return { outcome: "blocked", label: entry.label };
}

/** Nobody has the address "*@…": whoever types it means all of them. */
const ANY_OF_DOMAIN = /^\*?@/;

function readEntry(typed: string, identityKey: string) {
  const email = ANY_OF_DOMAIN.test(typed) ? null : readEmail(typed);
  if (email)
    return { kind: "email" as const, keyedHash: hashEmail(identityKey, email), label: maskEmail(email.address) };
  // Any address of the domain tells its normal form.
  const domain = readEmail(`x@${typed.replace(ANY_OF_DOMAIN, "")}`)?.domain;
  return domain ? { kind: "domain" as const, keyedHash: hashDomain(identityKey, domain), label: domain } : null;
}
