import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { keepPace } from "~/platform/mail/keep-pace.server";
import { isCallNear, reserveCall } from "~/platform/mail/reserve-call.server";
import { claimBatches } from "~/rewards/claim-batches.server";
import { type KeptMail, keptMail } from "../support/application";
import { NOON } from "../support/clock";
import { testDatabase } from "../support/databases";
import { testCoupon, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const RESEND = { name: "resend", callsPerSecond: 5 } as const;

let opened: OpenDatabase;
let mail: KeptMail;
let laurel: Pipeline;

beforeEach(async () => {
  opened = await testDatabase();
  mail = keptMail({ name: "resend", batchSize: 5 });
  laurel = startPipeline(opened, { mail });
});

afterEach(() => opened.close());

/** A shop with so many reviews in its inbox. */
async function shopWith(reviews: number, name = "s"): Promise<Shop> {
  const shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
  await testCoupon(opened.db, shop.id);
  await review(shop, reviews, name);
  return shop;
}

async function review(shop: Shop, count: number, name: string): Promise<void> {
  for (let index = 0; index < count; index++) {
    const id = `${name}${index}`;
    await laurel.deliver(shop, reviewEvent({ externalId: id, actor: { email: `${id}@example.com` } }));
  }
}

const recipients = (index: number) => mail.batches[index]?.mails.map(({ to }) => to);

test("mails of several shops go out in one call, no more of them than the provider takes", async () => {
  await shopWith(4, "a");
  await shopWith(3, "b");
  await laurel.work();
  expect(mail.batches.map(({ mails }) => mails.length)).toEqual([5, 2]);
  expect(await opened.db.reward.count({ where: { state: "sent" } })).toBe(7);
});

test("a batch that is tried again has the same id, members, order and bytes, whatever became due meanwhile", async () => {
  const shop = await shopWith(3);
  mail.answer = () => ({ outcome: "retry", reason: "500" });
  await laurel.work();
  mail.answer = () => ({ outcome: "sent", providerId: "p" });
  await review(shop, 2, "later");
  await opened.db.shop.update({ where: { id: shop.id }, data: { name: "Another name" } });
  await laurel.after(2);
  const again = mail.batches.filter(({ id }) => id === mail.batches[0]?.id);
  expect(again).toHaveLength(2);
  expect(again[1]).toEqual(again[0]);
  expect(mail.mails).toHaveLength(5);
});

test("one mail the provider never takes is refused alone; the others of its batch go out, each once", async () => {
  await shopWith(5);
  mail.answer = ({ to }) => {
    if (to !== "s3@example.com") return { outcome: "sent", providerId: to };
    const isAlone = mail.batches.at(-1)?.mails.length === 1;
    return isAlone ? { outcome: "refused", reason: "never" } : { outcome: "split", reason: "422" };
  };
  for (let size = 5; size >= 1; size = Math.floor(size / 2)) await laurel.work();
  expect(mail.mails.map(({ to }) => to).sort()).toEqual(["s0", "s1", "s2", "s4"].map((name) => `${name}@example.com`));
  const refused = await opened.db.reward.findMany({ where: { state: "failed" }, include: { recipient: true } });
  expect(refused.map(({ recipient }) => recipient.value)).toEqual(["s3@example.com"]);
  expect(new Set(mail.batches.map(({ id }) => id)).size).toBe(mail.batches.length);
});

test("a shop with much waiting leaves room for a shop with little", async () => {
  await shopWith(12, "much");
  await shopWith(1, "little");
  await laurel.work();
  expect(recipients(0)).toContain("little0@example.com");
  expect(mail.mails).toHaveLength(13);
});

test("where more shops wait than fit into a call, each has its turn before any has a second", async () => {
  for (let index = 0; index < 8; index++) await shopWith(2, `shop${index}-`);
  await laurel.work();
  const firstTwo = [...(recipients(0) ?? []), ...(recipients(1) ?? [])].map((to) => to.split("-")[0]);
  expect(new Set(firstTwo).size).toBe(8);
});

test("calls are spaced as the limit says, over everybody who calls", async () => {
  const turns: number[] = [];
  for (let call = 0; call < 10; call++) {
    turns.push((await reserveCall(opened.db, RESEND, NOON)).getTime() - NOON.getTime());
  }
  expect(turns).toEqual(Array.from({ length: 10 }, (_, index) => index * 216));
});

test("a provider that is asked too often is called by nobody until its wait is over", async () => {
  await reserveCall(opened.db, RESEND, NOON);
  const receipt = { outcome: "retry", reason: "429", retryAfterSeconds: 30, forAll: true } as const;
  await keepPace(opened.db, { transport: RESEND, receipt }, NOON);
  const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
  expect(await isCallNear(opened.db, RESEND, at(27))).toBe(false);
  expect(await isCallNear(opened.db, RESEND, at(28))).toBe(true);
  expect(await reserveCall(opened.db, RESEND, at(28))).toEqual(at(30));
});

test("while the provider wants no call, promises take no code", async () => {
  mail = keptMail({ name: "resend", batchSize: 5, callsPerSecond: 1_000 });
  laurel = startPipeline(opened, { mail });
  await shopWith(1);
  await reserveCall(opened.db, mail, NOON);
  const receipt = { outcome: "retry", reason: "403", retryAfterSeconds: 300, forAll: true } as const;
  await keepPace(opened.db, { transport: mail, receipt }, NOON);
  await laurel.work();
  expect(await opened.db.reward.count({ where: { state: "promised" } })).toBe(1);
  await laurel.after(300);
  expect(await opened.db.reward.count({ where: { state: "sent" } })).toBe(1);
});

test("a batch that met the limit goes again as soon as the limit allows, however often it met it", async () => {
  await shopWith(1);
  mail.answer = () => ({ outcome: "retry", reason: "429", retryAfterSeconds: 1, forAll: true });
  await laurel.work();
  for (let second = 1; second <= 5; second++) await laurel.after(1);
  expect(mail.batches).toHaveLength(6);
});

test("the provider's own word on its limit replaces ours", async () => {
  await reserveCall(opened.db, RESEND, NOON);
  await keepPace(
    opened.db,
    { transport: RESEND, receipt: { outcome: "settled", receipts: [], callsPerSecond: 10 } },
    NOON,
  );
  const later = new Date(NOON.getTime() + 60_000);
  await reserveCall(opened.db, RESEND, later);
  expect(await reserveCall(opened.db, RESEND, later)).toEqual(new Date(later.getTime() + 108));
});

test("a process that is asked to stop gives back what it took and has not begun; nobody thinks it was tried", async () => {
  mail = keptMail({ name: "smtp", deduplicates: false });
  laurel = startPipeline(opened, { mail });
  await shopWith(7);
  let stopping: Promise<void> | undefined;
  mail.answer = (one) => {
    stopping ??= laurel.sender.stop();
    return { outcome: "sent", providerId: one.id };
  };
  await laurel.work();
  await stopping;
  expect(await opened.db.mailBatch.count({ where: { state: "waiting", holder: { not: null } } })).toBe(0);
  const next = startPipeline(opened, { mail });
  await next.after(60);
  expect(mail.mails).toHaveLength(7);
  expect(await opened.db.reward.count({ where: { state: "sent" } })).toBe(7);
});

test("an outcome that comes in after the batch was given up replaces not knowing", async () => {
  mail = keptMail({ name: "smtp", deduplicates: false });
  laurel = startPipeline(opened, { mail });
  await shopWith(1);
  mail.answer = async ({ id }) => {
    // The lease ended unseen, and another process parked the mail.
    laurel.clock.advance(3600);
    await claimBatches(
      opened.db,
      { limit: 5, afterShop: 0, holder: newId(), inHand: [], transport: mail },
      laurel.clock.now(),
    );
    expect(await opened.db.reward.count({ where: { state: "parked" } })).toBe(1);
    return { outcome: "sent", providerId: id };
  };
  await laurel.work();
  expect(await opened.db.reward.findMany()).toMatchObject([{ state: "sent", reason: null }]);
  expect(await opened.db.message.findMany()).toMatchObject([{ state: "sent" }]);
});

test("a provider that refused to listen for longer than a key lives has sent nothing: the mail goes out when it listens", async () => {
  mail = keptMail({ name: "resend", batchSize: 5, keyLifetimeMs: 3_600_000 });
  laurel = startPipeline(opened, { mail });
  await shopWith(1);
  mail.answer = () => ({ outcome: "retry", reason: "401", retryAfterSeconds: 300, forAll: true });
  await laurel.work();
  for (let hour = 0; hour < 30; hour++) await laurel.after(3600);
  mail.answer = () => ({ outcome: "sent", providerId: "p" });
  await laurel.after(300);
  expect(mail.mails).toHaveLength(1);
});
