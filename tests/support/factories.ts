import { codeKey } from "~/codes/code-key";
import { type EmailIdentity, hashDomain, hashEmail, readEmail } from "~/engagements/shopper-identity";
import type { Database } from "~/platform/database.server";
import type { Coupon, Engagement, Prisma, Reward, Shop, ShopperIdentity } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "./clock";
import { testCipher } from "./test-env";

const DAY_MS = 24 * 60 * 60 * 1000;
/** When factories' shops and coupons began: well before anything that happens in a test. */
const LONG_AGO = new Date(NOON.getTime() - 30 * DAY_MS);

/** The plain identity key of every shop made here. */
export const IDENTITY_KEY = "identity-key-of-test-shops";

let made = 0;

/** A shop that has Laurel installed and its thank-you email on. */
export function testShop(db: Database, changes: Partial<Prisma.ShopUncheckedCreateInput> = {}): Promise<Shop> {
  made += 1;
  return db.shop.create({
    data: {
      domain: `shop-${made}.myshopify.com`,
      name: "Test Shop",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      locale: "en",
      country: "GB",
      identityKey: testCipher.encrypt(IDENTITY_KEY),
      grantedAt: LONG_AGO,
      holdSeconds: 0,
      thankYouEmailSince: LONG_AGO,
      ...changes,
    },
  });
}

/** An active coupon for reviews with the static code THANKS10. */
export function testCoupon(
  db: Database,
  shopId: number,
  changes: Partial<Prisma.CouponUncheckedCreateInput> = {},
): Promise<Coupon> {
  return db.coupon.create({
    data: {
      shopId,
      id: newId(),
      state: "active",
      trigger: "review",
      description: "10% off your next order",
      codeType: "static",
      staticCode: changes.codeType === "dynamic" ? null : "THANKS10",
      createdAt: LONG_AGO,
      activatedAt: LONG_AGO,
      ...changes,
    },
  });
}

/** A published pool with these codes, for a dynamic coupon. Returns its id. */
export async function testPool(db: Database, coupon: Coupon, codes: string[], number = 1): Promise<string> {
  const { shopId, id: couponId } = coupon;
  const id = newId();
  const published = { state: "open" as const, size: codes.length, publishedAt: LONG_AGO };
  const file = { fileName: "codes.csv", report: {} };
  await db.codePool.create({ data: { shopId, id, couponId, number, createdAt: LONG_AGO, ...published, ...file } });
  await db.code.createMany({
    data: codes.map((code, index) => ({ shopId, poolId: id, position: index + 1, code, codeKey: code.toUpperCase() })),
  });
  return id;
}

/** A shopper known by one email address. */
export async function testShopper(db: Database, shopId: number, address: string): Promise<ShopperIdentity> {
  const email = readEmail(address) as EmailIdentity;
  const shopper = await db.shopper.create({ data: { shopId, id: newId(), createdAt: LONG_AGO } });
  return db.shopperIdentity.create({
    data: {
      shopId,
      id: newId(),
      shopperId: shopper.id,
      kind: "email",
      keyedHash: hashEmail(IDENTITY_KEY, email),
      domainHash: hashDomain(IDENTITY_KEY, email.domain),
      value: email.address,
      updatedAt: LONG_AGO,
    },
  });
}

/** A five-star review by this shopper, written at noon. */
export function testEngagement(
  db: Database,
  shopper: ShopperIdentity,
  changes: Partial<Prisma.EngagementUncheckedCreateInput> = {},
): Promise<Engagement> {
  const { shopId, shopperId, id: recipientId } = shopper;
  const id = newId();
  const times = { engagedAt: NOON, receivedAt: NOON, stateAt: NOON };
  return db.engagement.create({
    data: {
      shopId,
      id,
      kind: "review",
      factKey: `review:${id}`,
      shopperId,
      recipientId,
      rating: 5,
      ...times,
      ...changes,
    },
  });
}

/** A reward promised for an engagement, due at noon. One that has a code may leave its key to this. */
export function testReward(
  db: Database,
  engagement: Engagement,
  coupon: Coupon,
  changes: Partial<Prisma.RewardUncheckedCreateInput> = {},
): Promise<Reward> {
  const { shopId, shopperId, recipientId } = engagement;
  if (!shopperId || !recipientId) throw new Error("a reward needs an engagement with a known shopper");
  return db.reward.create({
    data: {
      shopId,
      id: newId(),
      engagementId: engagement.id,
      couponId: coupon.id,
      shopperId,
      recipientId,
      state: "promised",
      slot: 1,
      sendAt: NOON,
      description: coupon.description,
      expiresOn: coupon.expiresOn,
      promisedAt: NOON,
      ...(changes.codeTakenAt && {
        codeKey: codeKey(String(changes.staticCode ?? `${changes.poolId}-${changes.position}`)),
      }),
      ...changes,
    },
  });
}
