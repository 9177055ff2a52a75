import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { htmlEngine } from "~/emails/template-engine";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { sendAgain } from "~/rewards/send-again.server";
import { type KeptMail, keptMail } from "../support/application";
import { testDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const MINUTE = 60;

let opened: OpenDatabase;
let mail: KeptMail;
let laurel: Pipeline;
let bug: MockInstance | undefined;

beforeEach(async () => {
  opened = await testDatabase();
  mail = keptMail({ name: "resend", batchSize: 5 });
  laurel = startPipeline(opened, { mail });
});

afterEach(async () => {
  bug?.mockRestore();
  await opened.close();
});

async function shopWith(reviews: number, name: string): Promise<Shop> {
  const shop = await testShop(opened.db, { name });
  await testThankYou(laurel.app, shop);
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  const codes = Array.from({ length: reviews }, (_, index) => `${name}-${index}`);
  await testPool(opened.db, coupon, codes);
  for (const id of codes) {
    await laurel.deliver(shop, reviewEvent({ externalId: id, actor: { email: `${id}@example.com` } }));
  }
  return shop;
}

/** From now on, writing a mail of the shop throws what no template is to blame for. */
function breakMailsOf(name: string) {
  const render = htmlEngine.renderSync.bind(htmlEngine);
  bug = vi.spyOn(htmlEngine, "renderSync").mockImplementation((template, scope, options) => {
    if (scope && "shop" in scope && (scope.shop as { name: string }).name === name) throw new TypeError("a bug");
    return render(template, scope, options);
  });
}

const statesOf = async ({ id: shopId }: Shop) =>
  (await opened.db.reward.findMany({ where: { shopId } })).map(({ state }) => state);

test("a bug in writing one shop's mails is put off, not final, and the others go out in batches as before", async () => {
  const broken = await shopWith(2, "broken");
  const fine = await shopWith(5, "fine");
  breakMailsOf("broken");
  await laurel.work();
  expect(mail.batches.map(({ mails }) => mails.length)).toEqual([5]);
  expect(await statesOf(fine)).toEqual(Array(5).fill("sent"));
  expect(await statesOf(broken)).toEqual(["promised", "promised"]);

  bug?.mockRestore();
  await laurel.after(5 * MINUTE);
  expect(await statesOf(broken)).toEqual(["sent", "sent"]);
  expect(await opened.db.codeTaking.count({ where: { shopId: broken.id } })).toBe(1);
});

test("a bug in writing a mail that a person sends again is told as such, and changes nothing", async () => {
  const shop = await shopWith(1, "broken");
  await laurel.work();
  breakMailsOf("broken");
  const { id: rewardId } = await opened.db.reward.findFirstOrThrow();
  const again = sendAgain(opened.db, { shopId: shop.id, rewardId }, laurel.clock.now());
  await expect(again).rejects.toThrow("a bug");
  expect(await statesOf(shop)).toEqual(["sent"]);
});
