import type { ShopperIdentity } from "~/platform/generated/client";
import type { EngagementActor } from "./engagement-event";
import { hashCustomerId, hashDomain, hashEmail, hashSpelling, hasOwnSpelling, readEmail } from "./shopper-identity";

/** What an identity is found by, and the plain value it keeps. */
export type Handle = Pick<ShopperIdentity, "kind" | "keyedHash" | "domainHash" | "value">;

/** A Shopify customer id as an identity. */
export function customerHandle(identityKey: string, id: string | null): Handle | null {
  if (!id) return null;
  return { kind: "shopify_customer", keyedHash: hashCustomerId(identityKey, id), domainHash: null, value: id };
}

/** An address as the person it stands for; null when it is no address. */
export function emailHandle(identityKey: string, raw: string | null): Handle | null {
  const email = readEmail(raw);
  if (!email) return null;
  const domainHash = hashDomain(identityKey, email.domain);
  return { kind: "email", keyedHash: hashEmail(identityKey, email), domainHash, value: email.normalised };
}

/** An address as it was spelled; null when that is its normal form, or no address. */
export function spellingHandle(identityKey: string, raw: string | null): Handle | null {
  const email = readEmail(raw);
  if (!email || !hasOwnSpelling(email)) return null;
  const domainHash = hashDomain(identityKey, email.domain);
  return { kind: "email_spelling", keyedHash: hashSpelling(identityKey, email), domainHash, value: email.address };
}

/** All identities an event can touch: what has to be loaded before `resolveShopper`. */
export function handlesOf(identityKey: string, actor: EngagementActor): Handle[] {
  const addresses = [actor.email, actor.accountEmail];
  return [
    customerHandle(identityKey, actor.shopifyCustomerId),
    ...addresses.map((address) => emailHandle(identityKey, address)),
    ...addresses.map((address) => spellingHandle(identityKey, address)),
  ].filter((handle) => handle !== null);
}
