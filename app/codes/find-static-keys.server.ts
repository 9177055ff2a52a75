import type { Database } from "~/platform/database.server";
import { codeKey } from "./code-key";

/**
 * The keys of a shop's static codes, fallbacks and those that were changed since among them: they must never be unique codes, even
 * after their coupon was deleted. A draft's count for nothing before it goes live.
 */
export async function findStaticKeys(db: Pick<Database, "coupon">, { shopId }: { shopId: number }): Promise<string[]> {
  const coupons = await db.coupon.findMany({
    where: { shopId, state: { not: "draft" } },
    select: { staticCode: true, fallbackCode: true, formerCodes: true },
  });
  const codes = coupons.flatMap(({ staticCode, fallbackCode, formerCodes }) => [
    staticCode,
    fallbackCode,
    ...formerCodes,
  ]);
  return [...new Set(codes.filter((code) => code !== null).map(codeKey))];
}
