import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { sendAgain } from "~/rewards/send-again.server";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  await testCoupon(opened.db, shop.id);
});

afterEach(() => opened.close());

const merchantIs = (email: string | null) => opened.db.shop.update({ where: { id: shop.id }, data: { email } });
const replyTos = () => laurel.mail.batches.flatMap(({ mails }) => mails.map(({ replyTo }) => replyTo));

test("answers to a thank-you email go to the merchant, whose address is not kept with a mail that is done", async () => {
  await merchantIs("owner@tea.example");
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  expect(replyTos()).toEqual(["owner@tea.example"]);
  expect(await opened.db.message.findFirstOrThrow()).toMatchObject({ state: "sent", replyTo: null });
});

test("a mail that is tried again keeps the address for answers it had; one sent again has the new one", async () => {
  await merchantIs("owner@tea.example");
  await laurel.deliver(shop, reviewEvent());
  laurel.mail.answer = () => ({ outcome: "retry", reason: "503" });
  await laurel.work();
  await merchantIs("new-owner@tea.example");
  laurel.mail.answer = () => ({ outcome: "sent", providerId: "p" });
  await laurel.after(2);
  const { id: rewardId } = await opened.db.reward.findFirstOrThrow();
  await sendAgain(opened.db, { shopId: shop.id, rewardId }, laurel.clock.now());
  await laurel.work();
  expect(replyTos()).toEqual(["owner@tea.example", "owner@tea.example", "new-owner@tea.example"]);
});

test.each([
  null,
  "",
  "owner",
  "a@tea.example, b@tea.example",
  "Owner <owner@tea.example>",
  `${"o".repeat(300)}@tea.example`,
])("a merchant's address that is not known or not one address holds back no thank-you email: %s", async (email) => {
  await merchantIs(email);
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(1);
  expect(replyTos()).toEqual([undefined]);
});
