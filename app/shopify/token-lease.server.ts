import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "~/platform/database.server";
import { newId } from "~/platform/ids";

/** Longer than an exchange and its first queries take; a process that dies frees the shop after this, in milliseconds. */
const LEASE_MS = 30_000;
/** How often and how long a process waits for another's lease, in milliseconds. */
const POLL_MS = 100;
const PATIENCE_MS = 20_000;

/**
 * Runs `work` while no other process exchanges or refreshes this shop's token.
 * Throws when the lease could not be had within 20 seconds.
 */
export async function withTokenLease<T>(
  db: Database,
  { shopDomain, work }: { shopDomain: string; work: () => Promise<T> },
  clock: () => Date,
): Promise<T> {
  const owner = newId();
  const waitUntil = performance.now() + PATIENCE_MS;
  while (!(await take(db, shopDomain, owner, clock()))) {
    if (performance.now() > waitUntil) throw new Error("another process holds this shop's token lease");
    await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await db.shopifyTokenLease.deleteMany({ where: { shopDomain, owner } });
  }
}

/** Compare-and-set: takes the lease if nobody has it or its holder let it run out. */
async function take(db: Database, shopDomain: string, owner: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + LEASE_MS);
  const taken = await db.$executeRaw`
    insert into shopify_token_lease as lease (shop_domain, owner, until) values (${shopDomain}, ${owner}, ${until})
    on conflict (shop_domain) do update set owner = excluded.owner, until = excluded.until where lease.until < ${now}`;
  return taken === 1;
}
