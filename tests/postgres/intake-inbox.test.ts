import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InboxEntry } from "~/intake/inbox-entry";
import { createInboxWriter } from "~/intake/inbox-writer";
import { writeInbox } from "~/intake/write-inbox.server";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { createLogger } from "~/platform/logger";
import { NOON } from "../support/clock";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { testEnv } from "../support/test-env";

describe.skipIf(!postgresAvailable())("the inbox on PostgreSQL", () => {
  let opened: OpenDatabase;
  let shop: Shop;

  beforeAll(async () => {
    opened = await postgresDatabase();
    await opened.db.$executeRawUnsafe(`
      create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if new.delivery_key = 'poison' then raise exception 'poison'; end if;
        return new;
      end $$`);
    await opened.db.$executeRawUnsafe(
      "create trigger refuse_poison before insert on inbox_delivery for each row execute function refuse_poison()",
    );
  });

  afterAll(() => opened.close());

  const entry = (deliveryKey: string): InboxEntry => ({
    shopDomain: shop.domain,
    source: "shopify",
    topic: "orders/paid",
    deliveryKey,
    eventId: null,
    body: Buffer.from(`{"key":"${deliveryKey}"}`),
    triggeredAt: null,
    receivedAt: NOON,
  });

  /** As many writers as there are web processes. */
  function writer() {
    return createInboxWriter(
      (entries) => writeInbox(opened.direct, entries, NOON),
      async () => true,
      createLogger(testEnv()),
    );
  }

  it("accepts each delivery once when several processes get the same ones in different order", async () => {
    shop = await testShop(opened.db);
    const keys = Array.from({ length: 300 }, (_, n) => `d-${n}`);
    const [one, two, three] = [writer(), writer(), writer()];
    const outcomes = await Promise.all([
      ...keys.map((key) => one.write(entry(key))),
      ...keys.toReversed().map((key) => two.write(entry(key))),
      ...[...keys, ...keys].map((key) => three.write(entry(key))),
    ]);
    const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
    expect([count("accepted"), count("duplicate")]).toEqual([300, 900]);
    const rows = await opened.db.inboxDelivery.findMany({ where: { shopId: shop.id } });
    expect([rows.length, rows.every(({ repeats }) => repeats === 3)]).toEqual([300, true]);
  });

  it("fails the one entry the database refuses and stores the others of its batch", async () => {
    shop = await testShop(opened.db);
    const busy = writer();
    const outcomes = await Promise.all(["a", "b", "c", "poison", "d"].map((key) => busy.write(entry(key))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted", "accepted", "failed", "accepted"]);
    expect(await opened.db.inboxDelivery.count({ where: { shopId: shop.id } })).toBe(4);
  });
});
