import type { IdentityKind, ShopperIdentity } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import type { EngagementEvent } from "./engagement-event";
import { type EngagementWorld, putIdentity } from "./engagement-world";
import { hashCustomerId, hashDomain, hashEmail, readEmail } from "./shopper-identity";

/** Who did it, and which email identity a reward for it goes to. */
export interface ResolvedShopper {
  shopperId: string | null;
  recipientId: string | null;
}

type Handle = Pick<ShopperIdentity, "kind" | "keyedHash" | "domainHash" | "value">;

/**
 * Finds the shopper an event speaks of, or makes one.
 * The Shopify customer id decides, then the customer's own address. An address typed at checkout that differs from it is
 * nobody's proof: one that belongs to another shopper stays theirs and only receives the mail.
 */
export function resolveShopper(world: EngagementWorld, actor: EngagementEvent["actor"], now: Date): ResolvedShopper {
  const customer = actor.shopifyCustomerId ? customerHandle(world, actor.shopifyCustomerId) : null;
  const account = emailHandle(world, actor.accountEmail ?? null);
  const mail = emailHandle(world, actor.email) ?? account;
  const own = [customer, account ?? mail].filter((handle) => handle !== null);
  if (own.length === 0) return { shopperId: null, recipientId: null };
  const known = own.map((handle) => find(world, handle)).find((identity) => identity !== undefined);
  const shopperId = known?.shopperId ?? newShopper(world, now);
  for (const handle of mail ? [...own, mail] : own) remember(world, handle, shopperId, actor.name, now);
  return { shopperId, recipientId: (mail && find(world, mail)?.id) ?? null };
}

function newShopper(world: EngagementWorld, now: Date): string {
  const shopper = { shopId: world.shopId, id: newId(), createdAt: now };
  world.changed.shoppers.set(shopper.id, shopper);
  return shopper.id;
}

function remember(world: EngagementWorld, handle: Handle, shopperId: string, name: string | null, now: Date): void {
  const known = find(world, handle);
  if (!known) {
    putIdentity(world, { shopId: world.shopId, id: newId(), shopperId, ...handle, name, updatedAt: now });
  } else if (known.shopperId === shopperId && (known.value !== handle.value || (name && known.name !== name))) {
    putIdentity(world, { ...known, value: handle.value, name: name ?? known.name, updatedAt: now });
  }
}

function find(world: EngagementWorld, handle: Handle): ShopperIdentity | undefined {
  return world.identities.get(`${handle.kind}:${handle.keyedHash}`);
}

function customerHandle(world: EngagementWorld, id: string): Handle {
  const kind: IdentityKind = "shopify_customer";
  return { kind, keyedHash: hashCustomerId(world.identityKey, id), domainHash: null, value: id };
}

function emailHandle(world: EngagementWorld, raw: string | null): Handle | null {
  const email = readEmail(raw);
  if (!email) return null;
  const domainHash = hashDomain(world.identityKey, email.domain);
  return { kind: "email", keyedHash: hashEmail(world.identityKey, email), domainHash, value: email.address };
}

/** The identities an event can touch: what has to be loaded before `resolveShopper`. */
export function identityKeysOf(
  identityKey: string,
  actor: EngagementEvent["actor"],
): { kind: IdentityKind; keyedHash: string }[] {
  const emails = [readEmail(actor.email), readEmail(actor.accountEmail ?? null)].filter((email) => email !== null);
  const keys = emails.map((email) => ({ kind: "email" as IdentityKind, keyedHash: hashEmail(identityKey, email) }));
  if (!actor.shopifyCustomerId) return keys;
  return [...keys, { kind: "shopify_customer", keyedHash: hashCustomerId(identityKey, actor.shopifyCustomerId) }];
}
