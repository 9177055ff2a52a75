import { countCodes } from "~/codes/count-codes.server";
import { importCodes } from "~/codes/import-codes.server";
import { takeCodes } from "~/codes/take-codes.server";
import type { Database } from "~/platform/database.server";
import type { Coupon } from "~/platform/generated/client";
import { NOON } from "./clock";
import { testCoupon, testShop } from "./factories";

/** A file's bytes in these pieces. */
export async function* bytesOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

/** What tests of codes do again and again, on a database that is opened before the first of them is called. */
export function codeDesk(db: () => Database) {
  const take = async ({ shopId, id: couponId }: Coupon, count: number) => {
    const [taken = []] = await db().$transaction((tx) => takeCodes(tx, [{ shopId, couponId, count }]));
    return taken;
  };
  return {
    /** A dynamic coupon without codes, of a shop of its own. */
    dynamicCoupon: async (changes: Partial<Coupon> = {}) => {
      const shop = await testShop(db());
      return testCoupon(db(), shop.id, { codeType: "dynamic", ...changes });
    },
    /** Imports a file for the coupon. */
    upload: ({ shopId, id: couponId }: Coupon, bytes: AsyncIterable<Uint8Array> | string, fileName = "codes.csv") => {
      const source = typeof bytes === "string" ? bytesOf(bytes) : bytes;
      return importCodes(db(), { shopId, couponId, fileName, bytes: source }, NOON);
    },
    take,
    /** Takes codes and says which. */
    takenCodes: async (coupon: Coupon, count: number) => (await take(coupon, count)).map(({ code }) => code),
    countOf: async ({ shopId, id }: Coupon) => (await countCodes(db(), shopId, [id])).get(id),
  };
}
