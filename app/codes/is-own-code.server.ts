import type { Transaction } from "~/platform/database.server";
import { codeKey } from "./code-key";

/** What is said of a code that one shopper gets, or will get, out of a pool: it cannot be everybody's as well. */
export const OWN_CODE = "This code is one of the unique codes of another coupon. Enter a code that everybody may have.";

/** Whether a code is one of the unique codes that a coupon of the shop gives. Those of drafts do not count yet. */
export async function isOwnCode(tx: Transaction, { shopId, code }: { shopId: number; code: string }): Promise<boolean> {
  const held = await tx.code.findFirst({ where: { shopId, codeKey: codeKey(code) } });
  if (!held) return false;
  const pool = await tx.codePool.findFirst({
    where: { shopId, id: held.poolId, size: { gte: held.position }, state: { in: ["open", "closed"] } },
    select: { coupon: { select: { state: true } } },
  });
  return pool !== null && pool.coupon.state !== "draft";
}
