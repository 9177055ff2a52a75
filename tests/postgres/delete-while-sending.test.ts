import { afterEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { deleteCoupon } from "~/rewards/delete-coupon.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;

afterEach(() => opened.close());

describe.skipIf(!postgresAvailable())("deleting a coupon", () => {
  test("while its last code is being sent leaves that reward its code, whatever promises are ended", async () => {
    opened = await postgresDatabase();
    const laurel = startPipeline(opened);
    const shop = await testShop(opened.db);
    await testThankYou(laurel.app, shop);
    const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic", delaySeconds: 60 });
    const poolId = await testPool(opened.db, coupon, ["ONE"]);
    for (const name of ["older", "newer"]) {
      await laurel.deliver(shop, reviewEvent({ externalId: name, actor: { email: `${name}@example.com` } }));
      await laurel.after(1);
    }
    const newest = { orderBy: { promisedAt: "desc" } } as const;
    const { id } = await opened.db.reward.findFirstOrThrow(newest);
    const deleting = await opened.db.$transaction(async (tx) => {
      // A sender in the middle of its transaction: the code is taken, nothing is committed.
      const taken = {
        state: "sending" as const,
        poolId,
        position: 1,
        codeKey: "TAKEN-1",
        codeTakenAt: laurel.clock.now(),
      };
      await tx.reward.updateMany({ where: { id }, data: taken });
      await tx.codeTaking.create({ data: { shopId: shop.id, poolId, first: 1, last: 1 } });
      const deletion = deleteCoupon(
        opened.db,
        { shopId: shop.id, couponId: coupon.id, honour: true },
        laurel.clock.now(),
      );
      await untilWaiting(opened);
      return { deletion };
    });
    await deleting.deletion;
    expect(await opened.db.reward.findFirstOrThrow(newest)).toMatchObject({ state: "sending", position: 1 });
  });
});

/** Until some session of this database waits for another's lock. */
async function untilWaiting({ db }: OpenDatabase): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ waits: boolean }[]>`
      select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`;
    if (row?.waits) return;
  }
}
