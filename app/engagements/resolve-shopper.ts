import type { ShopperIdentity } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import type { EngagementEvent } from "./engagement-event";
import { type EngagementWorld, putIdentity } from "./engagement-world";
import { customerHandle, emailHandle, type Handle, spellingHandle } from "./identity-handles";

/** Who did it, and which email identity a reward for it goes to. */
export interface ResolvedShopper {
  shopperId: string | null;
  recipientId: string | null;
  /** All shoppers the event's own ids and addresses belong to: more than one where a source joins what was apart. */
  claimed: string[];
}

type Said = Pick<EngagementEvent, "actor" | "source">;

/**
 * Finds the shopper an event speaks of, or makes one.
 * The Shopify customer id decides, then the customer's own address. An address typed at checkout that differs from it is
 * nobody's proof: one that belongs to another shopper stays theirs and only receives the mail.
 * Mail goes to the address as this event spelled it. A spelling never replaces another one: whoever writes a review under
 * a variant of somebody's address must not redirect what that person earned.
 */
export function resolveShopper(world: EngagementWorld, said: Said, now: Date): ResolvedShopper {
  const { actor } = said;
  const key = world.identityKey;
  const customer = customerHandle(key, actor.shopifyCustomerId);
  const account = emailHandle(key, actor.accountEmail);
  const mail = emailHandle(key, actor.email) ?? account;
  const own = [customer, account ?? mail].filter((handle) => handle !== null);
  if (own.length === 0) return { shopperId: null, recipientId: null, claimed: [] };
  const known = own.map((handle) => find(world, handle)?.shopperId).filter((id) => id !== undefined);
  const shopperId = known[0] ?? newShopper(world, now);
  for (const handle of mail ? [...own, mail] : own) remember(world, said, handle, shopperId, now);
  const recipient = mail && recipientFor(world, said, mail, now);
  return { shopperId, recipientId: recipient?.id ?? null, claimed: [...new Set([shopperId, ...known])] };
}

function newShopper(world: EngagementWorld, now: Date): string {
  const shopper = { shopId: world.shopId, id: newId(), createdAt: now };
  world.changed.shoppers.set(shopper.id, shopper);
  return shopper.id;
}

/** The identity that stands for the mailbox asked for: its owner's, in the spelling given. */
function recipientFor(world: EngagementWorld, said: Said, mail: Handle, now: Date): ShopperIdentity | undefined {
  const owner = find(world, mail);
  const { actor } = said;
  const spelling =
    spellingHandle(world.identityKey, actor.email) ?? spellingHandle(world.identityKey, actor.accountEmail);
  if (!owner || !spelling) return owner;
  return remember(world, said, spelling, owner.shopperId, now);
}

/** The identity, made if it is new. A name is filled in once; what Shopify says replaces what was typed into a review. */
function remember(world: EngagementWorld, said: Said, handle: Handle, shopperId: string, now: Date): ShopperIdentity {
  const { name } = said.actor;
  const known = find(world, handle);
  if (!known) {
    const made = { shopId: world.shopId, id: newId(), shopperId, ...handle, name, updatedAt: now };
    putIdentity(world, made);
    return made;
  }
  const renames = name !== null && known.name !== name && (known.name === null || said.source === "shopify");
  if (known.shopperId === shopperId && renames) putIdentity(world, { ...known, name, updatedAt: now });
  return known;
}

function find(world: EngagementWorld, handle: Handle): ShopperIdentity | undefined {
  return world.identities.get(`${handle.kind}:${handle.keyedHash}`);
}
