import { addSeconds } from "date-fns";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { InboxState } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { isDeliveryId } from "./delivery-id";
import { listProblemDeliveries } from "./list-problem-deliveries.server";
import { readPageStart } from "./page-cursor";

const PROBLEMS = 60;
let opened: OpenDatabase;
let shopId: number;

beforeAll(async () => {
  opened = await testDatabase();
  shopId = (await testShop(opened.db)).id;
  const other = await testShop(opened.db);
  const problems = Array.from({ length: PROBLEMS }, (_, n) =>
    delivery(shopId, n % 2 ? "unreadable" : "failed", Math.floor(n / 3)),
  );
  const others = (["waiting", "read", "ignored"] as const).map((state) => delivery(shopId, state, 100));
  await opened.db.inboxDelivery.createMany({ data: [...problems, ...others, delivery(other.id, "failed", 100)] });
});
afterAll(() => opened.close());

let made = 0;

function delivery(shop: number, state: InboxState, second: number) {
  made += 1;
  const receivedAt = addSeconds(NOON, second);
  const row = { shopId: shop, source: "events" as const, state, topic: "", deliveryKey: String(made) };
  return { ...row, body: Buffer.from("{"), receivedAt, nextTryAt: receivedAt };
}

function pageAt(address: string) {
  const start = readPageStart(Object.fromEntries(new URLSearchParams(address)), isDeliveryId);
  return listProblemDeliveries(opened.db, { shopId, start });
}

it("shows each delivery that was not read once, newest first, on the way to the last page and back", async () => {
  const forth = [await pageAt("")];
  for (let page = forth[0]; page?.older; page = forth.at(-1)) forth.push(await pageAt(`after=${page.older}`));
  const back = [forth.at(-1)];
  for (let page = back[0]; page?.newer; page = back[0]) back.unshift(await pageAt(`before=${page.newer}`));
  const rows = forth.flatMap((page) => page.rows);
  expect(rows).toHaveLength(PROBLEMS);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(PROBLEMS);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["failed", "unreadable"]));
  const ids = rows.map(({ id }) => Number(id));
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(back.map((page) => page?.rows)).toEqual(forth.map((page) => page.rows));
});

it("takes a cursor nobody was given for none", async () => {
  expect((await pageAt("after=1_99999999999999999999&before=x")).newer).toBeNull();
});
