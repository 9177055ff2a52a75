import { afterAll, beforeAll, expect, it } from "vitest";
import { hashDomain } from "~/engagements/shopper-identity";
import type { OpenDatabase } from "~/platform/database.server";
import type { Coupon, Prisma, ShopperIdentity } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import {
  IDENTITY_KEY,
  testCoupon,
  testEngagement,
  testPool,
  testReward,
  testShop,
  testShopper,
} from "../../tests/support/factories";
import { listSentCodes, type SentCodesAsked } from "./list-sent-codes.server";

const MINUTE_MS = 60_000;
/** So little may one page cost that a search for what many share walks along all codes. */
const LITTLE = { matches: 20, lookedAt: 12 };
const CROWD = 42;

let opened: OpenDatabase;
let shopId: number;
let coupon: Coupon;
let slots = 0;

beforeAll(async () => {
  opened = await testDatabase();
  ({ id: shopId } = await testShop(opened.db));
  coupon = await testCoupon(opened.db, shopId, { codeType: "dynamic", limitPerShopper: 10_000 });
  const poolId = await testPool(opened.db, coupon, ["Été-1", "ete-2", "SAVE10", "SAVE100"]);
  const ada = await testShopper(opened.db, shopId, "ada@example.com");
  const adam = await testShopper(opened.db, shopId, "adam@example.com");
  await sent(ada, { poolId, position: 1, codeKey: "ÉTÉ-1" });
  await sent(await spelled(ada, "Ada+Shop@Example.com"), { poolId, position: 2, codeKey: "ETE-2" });
  await sent(adam, { poolId, position: 3, codeKey: "SAVE10", state: "failed", reason: "refused" });
  await sent(adam, { poolId, position: 4, codeKey: "SAVE100" }, new Date("2026-11-01T22:59:59Z"));
  const other = await testShop(opened.db);
  const stranger = await testShopper(opened.db, other.id, "ada@example.com");
  await sentBy(await testCoupon(opened.db, other.id), stranger, { staticCode: "SAVE10" }, NOON);
});
afterAll(() => opened.close());

it("finds a code by its beginning or as a whole, whatever its case and however its accents are written", async () => {
  expect(await find({ text: "save10" })).toEqual(["SAVE10", "SAVE100"]);
  expect(await find({ text: "save10", match: "exact" })).toEqual(["SAVE10"]);
  expect(await find({ text: "e\u0301te\u0301" })).toEqual(["Été-1"]);
  expect(await find({ text: "SAVE1000" })).toEqual([]);
});

it("finds a person by the beginning of an address or by all of it, with every spelling mail went to", async () => {
  expect(await find({ text: "ADA" })).toEqual(["SAVE10", "ete-2", "Été-1", "SAVE100"]);
  expect(await find({ text: "ada@" })).toEqual(["ete-2", "Été-1"]);
  expect(await find({ text: "ada+sho" })).toEqual(["ete-2", "Été-1"]);
  expect(await find({ text: "Ada@EXAMPLE.com", match: "exact" })).toEqual(["ete-2", "Été-1"]);
  expect(await find({ text: "ada@example.co", match: "exact" })).toEqual([]);
});

it("keeps to the state, the coupon and the shop's own days that were asked for", async () => {
  const berlin = { timeZone: "Europe/Berlin" };
  expect(await find({ state: "failed" })).toEqual(["SAVE10"]);
  expect(await find({ state: "failed", text: "ada@" })).toEqual([]);
  expect(await find({ ...berlin, from: "2026-11-02", text: "save" })).toEqual(["SAVE10"]);
  expect(await find({ ...berlin, until: "2026-11-01", text: "save" })).toEqual(["SAVE100"]);
  expect(await find({ ...berlin, until: "2026-11-01" })).toEqual(["SAVE100"]);
  expect(await find({ ...berlin, until: "2026-10-31" })).toEqual([]);
  expect(await find({ couponId: newId(), text: "save" })).toEqual([]);
  expect(await find({ couponId: coupon.id, state: "failed" })).toEqual(["SAVE10"]);
});

it("is not confused by what stands for something in patterns, nor by signs no text in the database has", async () => {
  for (const text of ["%", "_", "\\", "'", "\u{10FFFF}", "💛", "@", "+", "a".repeat(255)])
    expect(await find({ text })).toEqual([]);
});

it("pages through what many share, back and forth, with a bounded look for each page", async () => {
  const shop = await testShop(opened.db);
  const everybody = await testCoupon(opened.db, shop.id, { limitPerShopper: 10_000 });
  const other = await testCoupon(opened.db, shop.id, { limitPerShopper: 10_000 });
  const grace = await testShopper(opened.db, shop.id, "grace@example.com");
  const moment = (n: number) => new Date(NOON.getTime() - Math.floor(n / 3) * 1000);
  for (let n = 0; n < CROWD; n += 1) {
    const code = n < 15 ? { staticCode: "OTHER" } : { staticCode: "Thanks10" };
    await sentBy(n < 15 ? other : everybody, grace, code, moment(n));
  }
  const asked = { shopId: shop.id, text: "thanks10", size: 10 };
  const forth = [await listSentCodes(opened.db, asked, LITTLE)];
  for (let page = forth[0]; page?.older; page = forth.at(-1))
    forth.push(await listSentCodes(opened.db, { ...asked, after: page.older }, LITTLE));
  expect(forth.map(({ rows, isCut }) => [rows.length, isCut])).toEqual([
    [0, true],
    [9, true],
    [10, false],
    [8, false],
  ]);
  expect(new Set(forth.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(CROWD - 15);
  const back = await listSentCodes(opened.db, { ...asked, before: forth[3]?.newer ?? null }, LITTLE);
  expect(back.rows.map(({ id }) => id)).toEqual(forth[2]?.rows.map(({ id }) => id));
});

async function find(asked: Partial<SentCodesAsked>): Promise<string[]> {
  const page = await listSentCodes(opened.db, { shopId, ...asked });
  return page.rows.map(({ codeText }) => codeText);
}

/** A reward of the coupon, a minute after the one before. */
function sent(recipient: ShopperIdentity, changes: Changes, at = new Date(NOON.getTime() + slots * MINUTE_MS)) {
  return sentBy(coupon, recipient, changes, at);
}

type Changes = Partial<Prisma.RewardUncheckedCreateInput>;

async function sentBy(given: Coupon, recipient: ShopperIdentity, changes: Changes, at: Date): Promise<void> {
  slots += 1;
  const times = { codeTakenAt: at, settledAt: at, slot: slots };
  await testReward(opened.db, await testEngagement(opened.db, recipient), given, {
    state: "sent",
    ...times,
    ...changes,
  });
}

function spelled(person: ShopperIdentity, value: string): Promise<ShopperIdentity> {
  const id = newId();
  const data = { ...person, id, kind: "email_spelling" as const, keyedHash: id, value };
  return opened.db.shopperIdentity.create({ data: { ...data, domainHash: hashDomain(IDENTITY_KEY, "example.com") } });
}
