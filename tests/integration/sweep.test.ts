import { afterEach, beforeEach, expect, test } from "vitest";
import { sweep, sweepLeftovers } from "~/jobs/sweep.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { type SilentQueue, silentQueue } from "../support/application";
import { testDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;
let bells: SilentQueue;
let laurel: Pipeline;

beforeEach(async () => {
  opened = await testDatabase();
  bells = silentQueue();
  laurel = startPipeline(opened, { queue: bells });
});

afterEach(() => opened.close());

async function readyShop(): Promise<Shop> {
  const shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  return shop;
}

/** Lets every write to the table's rows of this shop fail, as a row does that no rule foresaw. */
async function breakShop(shop: Shop, table: "reward" | "code_pool"): Promise<void> {
  await opened.db.$executeRawUnsafe(`
    create function fail_${table}() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`);
  await opened.db.$executeRawUnsafe(`
    create trigger fail before insert or update on ${table} for each row when (new.shop_id = ${shop.id})
    execute function fail_${table}()`);
}

test("a shop whose awaiting rewards cannot be decided on keeps no other shop's waiting, and is reported", async () => {
  const shops = [await readyShop(), await readyShop(), await readyShop()];
  for (const shop of shops) {
    await testCoupon(opened.db, shop.id);
    await laurel.deliver(shop, reviewEvent({ published: "pending" }));
  }
  await opened.db.shop.updateMany({ data: { waitForPublication: true } });
  await laurel.work();
  await opened.db.shop.updateMany({ data: { waitForPublication: false } });
  await breakShop(shops[0] as Shop, "reward");
  await expect(sweepLeftovers(laurel.app)).rejects.toThrow(AggregateError);
  const rewards = await opened.db.reward.findMany({ orderBy: { shopId: "asc" } });
  expect(rewards.map(({ state }) => state)).toEqual(["awaiting_publication", "promised", "promised"]);
});

test("waiting rewards that cannot be released keep no bell from ringing", async () => {
  const [broken, other] = [await readyShop(), await readyShop()];
  await testCoupon(opened.db, other.id);
  const coupon = await testCoupon(opened.db, broken.id, { codeType: "dynamic" });
  await testPool(opened.db, coupon, []);
  await laurel.deliver(broken, reviewEvent());
  await laurel.work();
  await opened.db.coupon.update({
    where: { shopId_id: { shopId: broken.id, id: coupon.id } },
    data: { whenEmpty: "fallback", fallbackCode: "ALWAYS" },
  });
  await breakShop(broken, "reward");
  await laurel.deliver(other, reviewEvent());
  await expect(sweep(laurel.app)).rejects.toThrow(AggregateError);
  expect(bells.rung).toContain("read-inbox");
  await expect(laurel.work()).rejects.toThrow(AggregateError);
  await laurel.sender.settled();
  expect(laurel.mail.mails).toHaveLength(1);
});
