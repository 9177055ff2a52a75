import type { Database } from "~/platform/database.server";
import type { CodeType, CouponState } from "~/platform/generated/client";
import { codeKey } from "./code-key";

/** A coupon that has a code: as one of its unique codes, in a file that is still being uploaded to it, or as its static one. */
export interface NamedHolder {
  has: "unique" | "uploading" | "static";
  id: string;
  description: string;
  state: CouponState;
  codeType: CodeType;
}

const NAMED = { id: true, description: true, state: true, codeType: true } as const;

/**
 * The coupons of the shop that have these codes, drafts and deleted ones among them, by code key; codes nobody has are not in it.
 * For a few codes at a time: those a merchant is told about.
 */
export async function nameCodeHolders(
  db: Pick<Database, "code" | "codePool" | "coupon">,
  { shopId, codes }: { shopId: number; codes: string[] },
): Promise<Map<string, NamedHolder>> {
  const keys = [...new Set(codes.map(codeKey))];
  if (keys.length === 0) return new Map();
  const rows = await db.code.findMany({ where: { shopId, codeKey: { in: keys } } });
  const pools = await db.codePool.findMany({
    where: { shopId, id: { in: rows.map(({ poolId }) => poolId) }, state: { not: "abandoned" } },
    select: { id: true, state: true, size: true, coupon: { select: NAMED } },
  });
  const byId = new Map(pools.map((pool) => [pool.id, pool]));
  const unique = rows.flatMap(({ codeKey: key, poolId, position }) => {
    const pool = byId.get(poolId);
    const isHeld = pool && (pool.state === "importing" || position <= pool.size);
    const has = pool?.state === "importing" ? ("uploading" as const) : ("unique" as const);
    return isHeld ? [[key, { ...pool.coupon, has }] as const] : [];
  });
  return new Map([...(await staticCodes(db, shopId, new Set(keys))), ...unique]);
}

/** Static codes, fallbacks and those that were changed since among them. A draft's may still be given away, so they count for nothing. */
async function staticCodes(
  db: Pick<Database, "coupon">,
  shopId: number,
  keys: Set<string>,
): Promise<[string, NamedHolder][]> {
  const coupons = await db.coupon.findMany({
    where: { shopId, state: { not: "draft" } },
    select: { ...NAMED, staticCode: true, fallbackCode: true, formerCodes: true },
  });
  return coupons.flatMap(({ staticCode, fallbackCode, formerCodes, ...coupon }) =>
    [staticCode, fallbackCode, ...formerCodes].flatMap((code): [string, NamedHolder][] =>
      code !== null && keys.has(codeKey(code)) ? [[codeKey(code), { ...coupon, has: "static" }]] : [],
    ),
  );
}
