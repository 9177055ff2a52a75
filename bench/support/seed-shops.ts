import { subDays } from "date-fns";
import { defaultThankYou } from "~/emails/default-thank-you";
import { renderLayout } from "~/emails/render-layout";
import { createShopIntl } from "~/messages/shop-intl";
import type { Database } from "~/platform/database.server";
import { newId } from "~/platform/ids";
import { IDENTITY_KEY } from "../../tests/support/factories";
import { testCipher } from "../../tests/support/test-env";

/** The shops of a row: each has Laurel, its thank-you email on, no hold window and one active coupon for orders. */
export interface SeededShops {
  domains: string[];
  /** Shop ids and, place by place, their coupons' ids. */
  ids: number[];
  couponIds: string[];
}

const FORMAT = { locale: "en", country: null, timeZone: "Europe/Berlin", currency: "EUR" };

/** Makes shops whose coupons have `codesEach` codes to give, in one pool each. */
export async function seedShops(
  db: Database,
  { shops, codesEach }: { shops: number; codesEach: number },
): Promise<SeededShops> {
  const since = subDays(new Date(), 30);
  const domains = Array.from({ length: shops }, (_, n) => `shop-${n + 1}.myshopify.com`);
  await db.shop.createMany({
    data: domains.map((domain) => ({
      domain,
      name: "Bench Shop",
      ...FORMAT,
      identityKey: testCipher.encrypt(IDENTITY_KEY),
      grantedAt: since,
      holdSeconds: 0,
      thankYouEmailSince: since,
    })),
  });
  const ids = (await db.shop.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
  await seedThankYous(db, ids, since);
  const couponIds = await seedCoupons(db, ids, since);
  await seedPools(db, { ids, couponIds, codesEach }, since);
  await db.$executeRaw`vacuum analyze shop, coupon, code_pool, code, thank_you_email`;
  return { domains, ids, couponIds };
}

async function seedThankYous(db: Database, ids: number[], createdAt: Date): Promise<void> {
  const intl = createShopIntl(FORMAT);
  const words = defaultThankYou(intl);
  const row = { version: 1, ...words, ...(await renderLayout({ ...words, intl })), createdAt };
  await db.thankYouEmail.createMany({ data: ids.map((shopId) => ({ shopId, ...row })) });
}

async function seedCoupons(db: Database, ids: number[], at: Date): Promise<string[]> {
  const rows = ids.map((shopId) => ({
    shopId,
    id: newId(),
    state: "active" as const,
    trigger: "order" as const,
    description: "10% off your next order",
    codeType: "dynamic" as const,
    createdAt: at,
    activatedAt: at,
  }));
  await db.coupon.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

async function seedPools(
  db: Database,
  { ids, couponIds, codesEach }: { ids: number[]; couponIds: string[]; codesEach: number },
  at: Date,
): Promise<void> {
  const file = { fileName: "codes.csv", report: {}, state: "open" as const, size: codesEach };
  await db.codePool.createMany({
    data: couponIds.map((couponId, n) => ({
      shopId: ids[n] ?? 0,
      id: newId(),
      couponId,
      number: 1,
      createdAt: at,
      publishedAt: at,
      ...file,
    })),
  });
  await db.$executeRaw`
    insert into code (shop_id, pool_id, position, code, code_key)
    select p.shop_id, p.id, n, code, code
    from code_pool p, generate_series(1, p.size) n, lateral (select 'BENCH' || upper(to_hex(n + 1048576)) || 'X' as code) c`;
}
