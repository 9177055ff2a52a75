import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { InboxState } from "~/platform/generated/client";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { type Pipeline, reviewEvent, startPipeline } from "../../tests/support/pipeline";
import { retryDelivery } from "./retry-delivery.server";

let opened: OpenDatabase;
let laurel: Pipeline;

beforeAll(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
});
afterAll(() => opened.close());

const stateOf = async (id: bigint) => (await opened.db.inboxDelivery.findFirst({ where: { id } }))?.state;

it.each<InboxState>(["failed", "unreadable"])(
  "reads a delivery that was %s again as if it just came in",
  async (state) => {
    const shop = await testShop(opened.db);
    const id = await laurel.deliver(shop, reviewEvent());
    const was = { state, attempts: 5, reason: "failed_repeatedly" };
    await opened.db.inboxDelivery.updateMany({ where: { shopId: shop.id }, data: was });
    expect(await retryDelivery(opened.db, { shopId: shop.id, id }, NOON)).toEqual({ outcome: "waiting" });
    await laurel.work();
    expect(await opened.db.inboxDelivery.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { state: "read", reason: null },
    ]);
    expect(await opened.db.engagement.count({ where: { shopId: shop.id } })).toBe(1);
  },
);

it("says again why a delivery cannot be read, where running it again did not help", async () => {
  const shop = await testShop(opened.db);
  const id = await laurel.deliver(shop, "{");
  await laurel.work();
  await retryDelivery(opened.db, { shopId: shop.id, id }, NOON);
  expect(await stateOf(id)).toBe("waiting");
  await laurel.work();
  expect(await opened.db.inboxDelivery.findFirst({ where: { id } })).toMatchObject({
    state: "unreadable",
    reason: "not_json",
  });
});

it("leaves alone what was read, and what is another shop's", async () => {
  const [shop, stranger] = [await testShop(opened.db), await testShop(opened.db)];
  const id = await laurel.deliver(shop, "{");
  await laurel.work();
  expect(await retryDelivery(opened.db, { shopId: stranger.id, id }, NOON)).toEqual({ outcome: "not_found" });
  expect(await stateOf(id)).toBe("unreadable");
  const read = await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  expect(await retryDelivery(opened.db, { shopId: shop.id, id: read }, NOON)).toEqual({ outcome: "not_possible" });
  expect(await stateOf(read)).toBe("read");
});
