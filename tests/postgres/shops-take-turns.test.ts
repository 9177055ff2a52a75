import { afterEach, describe, expect, test } from "vitest";
import { takeDeliveries } from "~/engagements/take-deliveries.server";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline } from "../support/pipeline";

let opened: OpenDatabase;

afterEach(() => opened.close());

async function shopWith(laurel: Pipeline, deliveries: number): Promise<Shop> {
  const shop = await testShop(laurel.app.db);
  for (let index = 0; index < deliveries; index++) await laurel.deliver(shop, reviewEvent({ externalId: `r${index}` }));
  return shop;
}

/** How many deliveries of each shop a worker takes, given back at once. */
async function take(laurel: Pipeline, limit: number, afterShop = 0): Promise<Map<number, number>> {
  const taken = await opened.db.$transaction((tx) => takeDeliveries(tx, { limit, afterShop }, laurel.clock.now()));
  const perShop = Map.groupBy(taken.deliveries, ({ shopId }) => shopId);
  return new Map([...perShop].map(([shopId, rows]) => [shopId, rows.length]));
}

describe.skipIf(!postgresAvailable())("shops with deliveries waiting", () => {
  test("take turns: much of one leaves room for little of another, and the room that is left is used", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const [much, little] = [await shopWith(laurel, 20), await shopWith(laurel, 2)];
    expect(await take(laurel, 10)).toEqual(
      new Map([
        [much.id, 8],
        [little.id, 2],
      ]),
    );
  });

  test("are begun with after the shop that was read last", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const [first, second, third] = [await shopWith(laurel, 1), await shopWith(laurel, 1), await shopWith(laurel, 1)];
    expect([...(await take(laurel, 2, first.id)).keys()]).toEqual([second.id, third.id]);
    expect([...(await take(laurel, 2, second.id)).keys()].sort()).toEqual([first.id, third.id]);
  });

  test("are read by several workers at once, each shop by one", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const [locked, free] = [await shopWith(laurel, 30), await shopWith(laurel, 3)];
    await opened.db.$transaction(async (tx) => {
      await tx.$queryRaw`select id from shop where id = ${locked.id} for no key update`;
      expect(await take(laurel, 10)).toEqual(new Map([[free.id, 3]]));
    });
  });

  test("keep their own order, whatever is taken with them", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    await shopWith(laurel, 7);
    const second = await shopWith(laurel, 7);
    const taken = await opened.db.$transaction((tx) =>
      takeDeliveries(tx, { limit: 9, afterShop: 0 }, laurel.clock.now()),
    );
    const ids = taken.deliveries.filter(({ shopId }) => shopId === second.id).map(({ id }) => id);
    const all = await opened.db.inboxDelivery.findMany({ where: { shopId: second.id }, orderBy: { id: "asc" } });
    expect(ids).toEqual(all.slice(0, 4).map(({ id }) => id));
  });
});
