import type { Transaction } from "./database.server";

/**
 * Waits for the lock under which a shop's deliveries are read, its engagements decided on, and its codes published or made
 * static ones, and holds it until the transaction ends. The weakest lock that excludes another reader: `for update` would also
 * block the foreign-key check of every row inserted for the shop, and so stop intake. Where several locks are taken it is the
 * first: shop, rewards, coupons, pools.
 */
export async function lockShop(tx: Transaction, shopId: number): Promise<void> {
  await tx.$queryRaw`select id from shop where id = ${shopId} for no key update`;
}
