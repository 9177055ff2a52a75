import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readInbox } from "~/jobs/read-inbox.job";
import { createTaker } from "~/jobs/take-mails";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { listDue } from "~/rewards/list-due.server";
import { sendAgain } from "~/rewards/send-again.server";
import { type KeptMail, keptMail } from "../support/application";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const DAY = 24 * 3600;
let opened: OpenDatabase;
let mail: KeptMail;
let laurel: Pipeline;

beforeEach(async () => {
  opened = await testDatabase();
  start({ name: "smtp", deduplicates: false });
});

afterEach(() => opened.close());

function start(transport: Parameters<typeof keptMail>[0]): void {
  mail = keptMail(transport);
  laurel = startPipeline(opened, { mail });
  laurel.app.logger.level = "silent";
}

async function newShop(): Promise<Shop> {
  const shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  await testCoupon(opened.db, shop.id);
  return shop;
}

/** So many rewards of a shop, promised and due, to addresses at `domain`. */
async function promise(shop: Shop, count: number, domain: string): Promise<void> {
  for (let index = 0; index < count; index++) {
    const id = `${index}-${domain}`;
    await laurel.deliver(
      shop,
      reviewEvent({ externalId: id, product: { shopifyId: id }, actor: { email: `${index}@${domain}` } }),
    );
  }
  await readInbox(laurel.app);
}

/** A person sends every mail of a shop once more. */
async function sendAllAgain(shop: Shop): Promise<void> {
  const rewards = await opened.db.reward.findMany({ where: { shopId: shop.id, state: { in: ["sent", "failed"] } } });
  for (const { id } of rewards)
    await sendAgain(opened.db, { shopId: shop.id, rewardId: id }, new Date(laurel.clock.now()));
}

/** Where the mails handed over went, in order, as the domains of their recipients. */
const domains = () => mail.batches.flatMap(({ mails }) => mails.map(({ to }) => to.split("@")[1] ?? ""));
const lastOf = (domain: string) => domains().lastIndexOf(domain);

function refuseForNow(domain: string): void {
  mail.answer = ({ to }) =>
    to.endsWith(`@${domain}`) ? { outcome: "retry", reason: "SMTP: 451 later" } : { outcome: "sent", providerId: to };
}

/** What was handed over before is forgotten. */
function forget(): void {
  mail.batches.length = 0;
}

test("mails a person sends again leave half of the room to rewards that are due", async () => {
  start({ name: "resend", batchSize: 6 });
  const [busy, other] = [await newShop(), await newShop()];
  await promise(busy, 20, "busy.example");
  await laurel.work();
  await sendAllAgain(busy);
  await promise(other, 6, "other.example");
  forget();
  await laurel.work();
  expect(lastOf("other.example")).toBeLessThan(12);
  expect(domains()).toHaveLength(26);
});

test("mails a person sends again leave every other mail to rewards that are due where a call is one mail", async () => {
  const [busy, other] = [await newShop(), await newShop()];
  await promise(busy, 30, "busy.example");
  await laurel.work();
  await sendAllAgain(busy);
  await promise(other, 5, "other.example");
  forget();
  await laurel.work();
  expect(lastOf("other.example")).toBeLessThan(15);
  expect(domains()).toHaveLength(35);
});

test("shops take turns with the mails they send again, whoever asked first", async () => {
  const shops = [await newShop(), await newShop(), await newShop()];
  for (const [index, shop] of shops.entries()) await promise(shop, index === 0 ? 30 : 3, `shop${index}.example`);
  await laurel.work();
  for (const shop of shops) await sendAllAgain(shop);
  forget();
  await laurel.work();
  expect(Math.max(lastOf("shop1.example"), lastOf("shop2.example"))).toBeLessThan(12);
  expect(domains()).toHaveLength(36);
});

test("where one lane is free, mails sent again by one shop pass over no other shop's rewards", async () => {
  const shops = [await newShop(), await newShop(), await newShop()];
  const [busy, ...others] = shops;
  if (!busy) throw new Error("no shop");
  await promise(busy, 20, "busy.example");
  await laurel.work();
  await sendAllAgain(busy);
  for (const [index, shop] of others.entries()) await promise(shop, 4, `shop${index}.example`);
  const take = createTaker(laurel.app, { id: newId(), transport: "smtp", senderAddress: "a@example.com" }, 5);
  const taken: number[] = [];
  for (let round = 0; round < 8; round++) {
    const { batches } = await take(1, []);
    taken.push(...batches.flatMap(({ messages }) => messages.map(({ shopId }) => shopId)));
  }
  const counts = shops.map(({ id }) => taken.filter((shopId) => shopId === id).length);
  expect(counts).toEqual([4, 2, 2]);
});

test("mails that are tried again leave half of the calls to new ones", async () => {
  const [slow, other] = [await newShop(), await newShop()];
  refuseForNow("slow.example");
  await promise(slow, 40, "slow.example");
  await laurel.work();
  await promise(other, 8, "other.example");
  forget();
  await laurel.after(4);
  expect(lastOf("other.example")).toBeLessThan(20);
  expect(domains()).toHaveLength(48);
});

test("batches that are tried again take turns with new ones", async () => {
  start({ name: "resend", batchSize: 2 });
  const [slow, other] = [await newShop(), await newShop()];
  refuseForNow("slow.example");
  await promise(slow, 20, "slow.example");
  await laurel.work();
  await promise(other, 8, "other.example");
  forget();
  await laurel.after(4);
  expect(lastOf("other.example")).toBeLessThan(18);
  expect(domains()).toHaveLength(28);
});

test("mails that are tried again and get no answer for long do not hold every lane while there are new ones", async () => {
  const [slow, other] = [await newShop(), await newShop()];
  refuseForNow("slow.example");
  await promise(slow, 10, "slow.example");
  await laurel.work();
  await promise(other, 10, "other.example");
  const answered = Promise.withResolvers<void>();
  mail.answer = async ({ to }) => {
    if (to.endsWith("@slow.example")) await answered.promise;
    return { outcome: "sent", providerId: to };
  };
  laurel.clock.advance(4);
  const sending = laurel.sender.sendDue();
  await vi.waitFor(() => expect(mail.mails).toHaveLength(10), 5_000);
  answered.resolve();
  await sending;
  await laurel.sender.settled();
  expect(mail.mails).toHaveLength(20);
});

test("a shop with many mails to try again does not keep another shop's waiting", async () => {
  const [slow, other] = [await newShop(), await newShop()];
  mail.answer = () => ({ outcome: "retry", reason: "SMTP: 451 later" });
  await promise(slow, 30, "slow.example");
  await laurel.work();
  laurel.clock.advance(1);
  await promise(other, 3, "other.example");
  await laurel.work();
  forget();
  await laurel.after(60);
  expect(lastOf("other.example")).toBeLessThan(10);
  expect(domains()).toHaveLength(33);
});

test("a mail the server does not take for three days has failed, with the server's words, and can be sent again", async () => {
  await promise(await newShop(), 1, "slow.example");
  refuseForNow("slow.example");
  await laurel.work();
  await laurel.after(2 * DAY);
  expect(await opened.db.reward.findMany()).toMatchObject([{ state: "sending" }]);
  await laurel.after(DAY);
  expect(mail.batches).toHaveLength(2);
  const [reward] = await opened.db.reward.findMany();
  expect(reward).toMatchObject({ state: "failed", reason: "not_taken: SMTP: 451 later" });
  expect(await opened.db.message.findMany()).toMatchObject([{ state: "failed", html: null }]);
  mail.answer = ({ to }) => ({ outcome: "sent", providerId: to });
  await sendAgain(opened.db, { shopId: reward?.shopId ?? 0, rewardId: reward?.id ?? "" }, laurel.clock.now());
  await laurel.work();
  expect(await opened.db.reward.findMany()).toMatchObject([{ state: "sent", reason: null }]);
});

test("the waits between tries grow to half an hour", async () => {
  await promise(await newShop(), 1, "slow.example");
  refuseForNow("slow.example");
  await laurel.work();
  const waits: number[] = [];
  for (let index = 0; index < 13; index++) {
    const { nextTryAt } = await opened.db.mailBatch.findFirstOrThrow();
    waits.push((nextTryAt.getTime() - laurel.clock.now().getTime()) / 1000);
    await laurel.after(waits.at(-1) ?? 0);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800, 1800]);
});

test("shops with something due have their turns in the order of their ids, however the database joins", async () => {
  const shops: Shop[] = [];
  for (let index = 0; index < 6; index++) {
    const shop = await newShop();
    await promise(shop, 1, `shop${index}.example`);
    shops.push(shop);
  }
  // The rows of the shops lie in the table from the last to the first now, and are read in that order.
  for (const { id } of shops.toReversed()) {
    await opened.db.shop.update({ where: { id }, data: { email: "owner@example.com" } });
  }
  await opened.db.$executeRaw`set enable_nestloop = off`;
  await opened.db.$executeRaw`set enable_indexscan = off`;
  await opened.db.$executeRaw`set enable_bitmapscan = off`;
  const served: number[] = [];
  for (let afterShop = 0, turns = 0; turns < 3; turns++) {
    const { rewards, lastShop } = await listDue(opened.db, { limit: 2, shops: 2, afterShop }, laurel.clock.now());
    served.push(...rewards.map(({ shopId }) => shopId));
    afterShop = lastShop;
  }
  expect(served).toEqual(shops.map(({ id }) => id));
});
