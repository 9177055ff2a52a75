import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Shop } from "~/platform/generated/client";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { type Pipeline, reviewEvent, startPipeline } from "../../tests/support/pipeline";
import { findDelivery } from "./find-delivery.server";
import { listEngagementDeliveries } from "./list-engagement-deliveries.server";

let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeAll(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
});
afterAll(() => opened.close());

const find = (id: bigint, shopId = shop.id) => findDelivery(forShop(opened.db, shopId), { deliveryId: String(id) });

it("tells what came of a delivery, and shows its body without its shopper", async () => {
  const id = await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const found = await find(id);
  const engagement = await opened.db.engagement.findFirst({ where: { shopId: shop.id } });
  expect(found).toMatchObject({ state: "read", reason: null, engagementId: engagement?.id, body: { isJson: true } });
  expect(found?.body.text).toContain('"subject": "review"');
  expect(found?.body.text).not.toMatch(/ada|lovelace|@/i);
});

it("shows the shape of a body that could not be read, with the reason", async () => {
  const id = await laurel.deliver(shop, '{"name": "Ada Lovelace');
  await laurel.work();
  expect(await find(id)).toMatchObject({
    state: "unreadable",
    reason: "not_json",
    body: { text: '{"name": "•••"', isJson: false },
  });
});

it("knows no delivery of another shop, and none under something that is no id", async () => {
  const id = await laurel.deliver(shop, "{");
  const stranger = await testShop(opened.db);
  expect(await find(id, stranger.id)).toBeNull();
  expect(await findDelivery(forShop(opened.db, shop.id), { deliveryId: "1e3" })).toBeNull();
});

it("leads from an engagement to all that was sent about it, newest first", async () => {
  const own = await testShop(opened.db);
  const first = await laurel.deliver(own, reviewEvent());
  await laurel.deliver(own, reviewEvent({ externalId: "r2", actor: { email: "grace@example.com" } }));
  const second = await laurel.deliver(own, reviewEvent({ action: "updated", updatedAt: "2026-11-20T12:00:01Z" }));
  await laurel.work();
  const { engagementId } = await opened.db.inboxDelivery.findFirstOrThrow({ where: { id: first } });
  const db = forShop(opened.db, own.id);
  const deliveries = await listEngagementDeliveries(db, { engagementId: engagementId ?? "" });
  expect(deliveries?.map(({ id }) => id)).toEqual([second, first]);
  const stranger = forShop(opened.db, shop.id);
  expect(await listEngagementDeliveries(stranger, { engagementId: engagementId ?? "" })).toBeNull();
});
