import { addSeconds } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { DecisionOutcome, Engagement, ShopperIdentity } from "~/platform/generated/client";
import { isId, newId } from "~/platform/ids";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testEngagement, testShop, testShopper } from "../../tests/support/factories";
import { readActivityFilter } from "./activity-filter";
import { listEngagements } from "./list-engagements.server";
import { readPageStart } from "./page-cursor";

/** Two full pages and a bit of each outcome; every three share a moment, so that the cursor has to tell them apart. */
const EACH = 60;
/** More decisions than one page is looked for in. */
const DECISIONS = 5_100;

let opened: OpenDatabase;
let shopId: number;
let shopper: ShopperIdentity;
let changedItsMind: Engagement;

beforeAll(async () => {
  opened = await testDatabase();
  shopId = (await testShop(opened.db)).id;
  shopper = await testShopper(opened.db, shopId, "ada@example.com");
  for (const [outcome, reason] of [
    ["rewarded", "promised"],
    ["waiting", "awaiting_publication"],
    ["not_rewarded", "no_coupon"],
  ] as const) {
    await decideMany(outcome, reason);
  }
  changedItsMind = await decided("waiting", "awaiting_publication", 1000);
  await decide(changedItsMind, "not_rewarded", "rejected", 2000);
  const merged = await decided("rewarded", "promised", 3000);
  await opened.db.engagement.update({
    where: { id_shopId: { id: merged.id, shopId } },
    data: { mergedIntoId: changedItsMind.id },
  });
  await testEngagement(opened.db, shopper, { receivedAt: addSeconds(NOON, 4000) });
  const other = await testShop(opened.db);
  await testEngagement(opened.db, await testShopper(opened.db, other.id, "ada@example.com"));
});
afterAll(() => opened.close());

/** Written by set: one by one they take their time on a busy machine. */
async function decideMany(outcome: DecisionOutcome, reason: string) {
  const made = Array.from({ length: EACH }, (_, n) => ({ id: newId(), at: addSeconds(NOON, Math.floor(n / 3)) }));
  await opened.db.engagement.createMany({
    data: made.map(({ id, at }) => {
      const times = { engagedAt: at, receivedAt: at, stateAt: at };
      return { shopId, id, kind: "review" as const, factKey: `review:${id}`, ...times };
    }),
  });
  await opened.db.engagementDecision.createMany({
    data: made.map(({ id, at }) => {
      return { shopId, id: newId(), engagementId: id, outcome, reason, decidedAt: at, coupons: [] };
    }),
  });
}

async function decided(outcome: DecisionOutcome, reason: string, second: number): Promise<Engagement> {
  const engagement = await testEngagement(opened.db, shopper, { receivedAt: addSeconds(NOON, second) });
  await decide(engagement, outcome, reason, second);
  return engagement;
}

async function decide({ id: engagementId }: Engagement, outcome: DecisionOutcome, reason: string, second: number) {
  const decidedAt = addSeconds(NOON, second);
  await opened.db.engagementDecision.create({
    data: { shopId, id: newId(), engagementId, outcome, reason, decidedAt, coupons: [] },
  });
}

/** The page at an address such as "show=waiting&after=…". */
function pageAt(address: string) {
  const search = new URLSearchParams(address);
  const filter = readActivityFilter(search);
  return listEngagements(opened.db, { shopId, filter, start: readPageStart(Object.fromEntries(search), isId) });
}

async function walk(show: string) {
  const forth = [await pageAt(show)];
  for (let page = forth[0]; page?.older; page = forth.at(-1)) forth.push(await pageAt(`${show}&after=${page.older}`));
  const back = [forth.at(-1)];
  for (let page = back[0]; page?.newer; page = back[0]) back.unshift(await pageAt(`${show}&before=${page.newer}`));
  return { forth, back };
}
const idsOf = (pages: Awaited<ReturnType<typeof walk>>["back"]) => pages.map((page) => page?.rows.map(({ id }) => id));

describe("every page of a view", () => {
  it.each([
    ["show=all", 3 * EACH + 2],
    ["show=rewarded", EACH],
    ["show=waiting", EACH],
    ["show=not_rewarded", EACH + 1],
  ])("%s shows each engagement once, newest first, on the way to the last page and back", async (show, count) => {
    const { forth, back } = await walk(show);
    const rows = forth.flatMap((page) => page.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    expect(rows).toHaveLength(count);
    const times = rows.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(idsOf(back)).toEqual(idsOf(forth));
    expect(forth[0]?.newer).toBeNull();
    expect(forth.every(({ searchedTo }) => searchedTo === null)).toBe(true);
  });
});

it("goes by the newest decision: one that was waiting and then lost is no longer waiting", async () => {
  const waiting = (await walk("show=waiting")).forth.flatMap((page) => page.rows);
  expect(waiting.map(({ id }) => id)).not.toContain(changedItsMind.id);
  const [first] = (await pageAt("show=not_rewarded&why=rejected")).rows;
  expect(first).toMatchObject({ id: changedItsMind.id, decisions: [{ outcome: "not_rewarded", reason: "rejected" }] });
});

it("takes an address nobody was given for the first page of everything", async () => {
  const page = await pageAt("show=1;drop&why=x&after=_&before=1_zz");
  expect(page.rows).toHaveLength(25);
  expect(page.newer).toBeNull();
});

it("stops looking for what is rare after a bounded stretch, says how far it came, and goes on from there", async () => {
  const rare = await decided("not_rewarded", "blocked", 1);
  await opened.db.$executeRaw`
    insert into engagement_decision (shop_id, id, engagement_id, decided_at, outcome, reason, coupons)
    select ${shopId}, gen_random_uuid(), ${rare.id}::uuid, ${NOON}::timestamptz - make_interval(secs => n),
      'not_rewarded', 'no_coupon', '[]'
    from generate_series(1, ${DECISIONS}) n`;
  const oldest = await decided("not_rewarded", "test", -DECISIONS - 1);
  const first = await pageAt("show=not_rewarded&why=test");
  expect(first.rows).toEqual([]);
  expect(first.searchedTo?.getTime()).toBeLessThan(NOON.getTime());
  const second = await pageAt(`show=not_rewarded&why=test&after=${first.older}`);
  expect(second.rows.map(({ id }) => id)).toEqual([oldest.id]);
  expect(second).toMatchObject({ older: null, searchedTo: null });
});

it("leads back from a page that is empty by now to the row it began beyond", async () => {
  const { forth } = await walk("show=rewarded");
  const last = forth.at(-1)?.rows.at(-1);
  const beyondAll = `${last?.decisions[0]?.decidedAt.getTime()}_${last?.decisions[0]?.id}`;
  const empty = await pageAt(`show=rewarded&after=${beyondAll}`);
  expect(empty.rows).toEqual([]);
  expect((await pageAt(`show=rewarded&before=${empty.newer}`)).rows.at(-1)?.id).toBe(last?.id);
});
