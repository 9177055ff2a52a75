import { afterEach, beforeEach, expect, test } from "vitest";
import { sweep, sweepLeftovers } from "~/jobs/sweep.job";
import type { OpenDatabase } from "~/platform/database.server";
import type { Reward, Shop } from "~/platform/generated/client";
import { endPromises } from "~/rewards/end-promises.server";
import { sendAgain } from "~/rewards/send-again.server";
import { keptMail, silentQueue } from "../support/application";
import { testDatabase } from "../support/databases";
import { testCoupon, testPool, testShop } from "../support/factories";
import { type Pipeline, reviewEvent, startPipeline, testThankYou } from "../support/pipeline";

const HOUR = 3600;
let opened: OpenDatabase;
let laurel: Pipeline;
let shop: Shop;

beforeEach(async () => {
  opened = await testDatabase();
  laurel = startPipeline(opened);
  shop = await testShop(opened.db);
  await testThankYou(laurel.app, shop);
});

afterEach(() => opened.close());

const onlyReward = (): Promise<Reward> => opened.db.reward.findFirstOrThrow();

async function promiseOne(): Promise<void> {
  await testCoupon(opened.db, shop.id);
  await laurel.deliver(shop, reviewEvent());
}

test("a provider that is down delays the mail: the same bytes under the same id go out later", async () => {
  await promiseOne();
  const seen: object[] = [];
  laurel.mail.answer = (mail) => {
    seen.push(mail);
    return seen.length < 3 ? { outcome: "retry", reason: "503" } : { outcome: "sent", providerId: "p1" };
  };
  await laurel.work();
  expect((await onlyReward()).state).toBe("sending");
  await laurel.after(2);
  await laurel.after(4);
  expect(seen).toHaveLength(3);
  expect(new Set(seen.map((mail) => JSON.stringify(mail))).size).toBe(1);
  expect((await onlyReward()).state).toBe("sent");
});

test("a provider's wish to wait is kept", async () => {
  await promiseOne();
  laurel.mail.answer = () => ({ outcome: "retry", reason: "429", retryAfterSeconds: 60 });
  await laurel.work();
  const { nextTryAt } = await opened.db.mailBatch.findFirstOrThrow();
  expect(nextTryAt.getTime() - laurel.clock.now().getTime()).toBe(60_000);
});

test("a mail that is refused for good leaves a failed reward that can be sent again with the same code", async () => {
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  await testPool(opened.db, coupon, ["ONE", "TWO"]);
  await laurel.deliver(shop, reviewEvent());
  laurel.mail.answer = () => ({ outcome: "refused", reason: "550 no <ada@example.com> here" });
  await laurel.work();
  const failed = await onlyReward();
  expect(failed).toMatchObject({ state: "failed", reason: "refused: 550 no <[address]> here", position: 1 });
  laurel.mail.answer = () => ({ outcome: "sent", providerId: "p" });
  expect(await sendAgain(opened.db, { shopId: shop.id, rewardId: failed.id }, laurel.clock.now())).toEqual({
    outcome: "on_its_way",
  });
  await laurel.work();
  expect(laurel.mail.mails.map((mail) => mail.text)).toEqual(["10% off your next order: ONE"]);
  expect(await onlyReward()).toMatchObject({ state: "sent", position: 1 });
});

test("a reward that was sent goes out once more with the same code, as a new mail, however often that is asked for", async () => {
  const coupon = await testCoupon(opened.db, shop.id, { codeType: "dynamic" });
  await testPool(opened.db, coupon, ["ONE", "TWO"]);
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const { id } = await onlyReward();
  const again = () => sendAgain(opened.db, { shopId: shop.id, rewardId: id }, laurel.clock.now());
  const answers = await Promise.all([again(), again(), again()]);
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["not_possible", "not_possible", "on_its_way"]);
  await laurel.work();
  const mails = await opened.db.message.findMany({ orderBy: { number: "asc" } });
  expect(mails.map(({ number, state }) => [number, state])).toEqual([
    [1, "sent"],
    [2, "sent"],
  ]);
  expect(laurel.mail.mails.map((mail) => mail.text)).toEqual(Array(2).fill("10% off your next order: ONE"));
  expect(await onlyReward()).toMatchObject({ state: "sent", position: 1 });
});

test("a promise cannot be sent again, and another shop's reward does not exist", async () => {
  await testCoupon(opened.db, shop.id, { delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const { id } = await onlyReward();
  expect((await sendAgain(opened.db, { shopId: shop.id, rewardId: id }, laurel.clock.now())).outcome).toBe(
    "not_possible",
  );
  expect((await sendAgain(opened.db, { shopId: shop.id + 1, rewardId: id }, laurel.clock.now())).outcome).toBe(
    "not_found",
  );
});

test("a worker that dies with a mail in hand: a provider that deduplicates is asked again under the same id", async () => {
  await promiseOne();
  laurel.mail.answer = () => Promise.reject(new Error("killed"));
  await laurel.work();
  laurel.mail.answer = () => ({ outcome: "sent", providerId: "p" });
  await laurel.after(9);
  expect(laurel.mail.batches).toHaveLength(1);
  await laurel.after(1);
  expect(laurel.mail.batches).toHaveLength(2);
  expect(laurel.mail.batches[1]).toEqual(laurel.mail.batches[0]);
  expect((await onlyReward()).state).toBe("sent");
});

test("a worker that dies with a mail in hand: one that does not deduplicate is not asked again; a person decides", async () => {
  const smtp = keptMail({ name: "smtp", deduplicates: false });
  laurel = startPipeline(opened, { mail: smtp });
  await promiseOne();
  smtp.answer = () => Promise.reject(new Error("killed"));
  await laurel.work();
  smtp.answer = () => ({ outcome: "sent", providerId: "p" });
  await laurel.after(HOUR);
  expect(smtp.mails).toEqual([]);
  expect(await onlyReward()).toMatchObject({ state: "parked", reason: "delivery_unknown" });
});

test("a mail unresolved for longer than the provider remembers its key is parked, not repeated", async () => {
  const resend = keptMail({ name: "resend", keyLifetimeMs: 23 * HOUR * 1000 });
  laurel = startPipeline(opened, { mail: resend });
  await promiseOne();
  resend.answer = () => ({ outcome: "retry", reason: "timeout" });
  await laurel.work();
  resend.answer = () => ({ outcome: "sent", providerId: "p" });
  await laurel.after(23 * HOUR);
  expect(resend.mails).toEqual([]);
  expect(await onlyReward()).toMatchObject({ state: "parked", reason: "key_expired" });
});

test("a delay is kept by the row alone: nothing before, the sweep finds it after", async () => {
  const queue = silentQueue();
  laurel = startPipeline(opened, { queue });
  await testCoupon(opened.db, shop.id, { delaySeconds: 2 * HOUR });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  laurel.clock.advance(2 * HOUR - 1);
  await sweep(laurel.app);
  expect(queue.rung).toEqual([]);
  laurel.clock.advance(1);
  await sweep(laurel.app);
  expect(queue.rung).toEqual(["send-due"]);
});

test("a promise is looked at again before it is sent: blocked, expired and erased recipients get nothing and cost no code", async () => {
  const coupon = await testCoupon(opened.db, shop.id, { delaySeconds: HOUR, codeType: "dynamic" });
  await testPool(opened.db, coupon, ["ONE", "TWO", "THREE"]);
  for (const name of ["blocked", "erased", "expired"]) {
    await laurel.deliver(shop, reviewEvent({ externalId: name, actor: { email: `${name}@example.com` } }));
  }
  await laurel.work();
  const identities = await opened.db.shopperIdentity.findMany();
  const of = (name: string) => identities.find((identity) => identity.value?.startsWith(name));
  const blocked = of("blocked");
  if (blocked) {
    const createdAt = laurel.clock.now();
    await opened.db.blockedAddress.create({
      data: { shopId: shop.id, kind: "email", keyedHash: blocked.keyedHash, label: "b", createdAt },
    });
  }
  await opened.db.shopperIdentity.updateMany({ where: { id: of("erased")?.id ?? "" }, data: { value: null } });
  await opened.db.reward.updateMany({
    where: { recipientId: of("expired")?.id ?? "" },
    data: { expiresOn: new Date("2026-11-19") },
  });
  await laurel.after(HOUR);
  const rewards = await opened.db.reward.findMany({ include: { recipient: true } });
  const outcome = Object.fromEntries(rewards.map((reward) => [reward.recipientId, [reward.state, reward.reason]]));
  expect(outcome[of("blocked")?.id ?? ""]).toEqual(["ended", "blocked"]);
  expect(outcome[of("erased")?.id ?? ""]).toEqual(["ended", "no_email"]);
  expect(outcome[of("expired")?.id ?? ""]).toEqual(["ended", "expired"]);
  expect(await opened.db.codeTaking.count()).toBe(0);
  expect((await opened.db.coupon.findFirstOrThrow()).budgetUsed).toBe(0);
});

test("promises wait while the thank-you email is off and go out when it is on again", async () => {
  await testCoupon(opened.db, shop.id, { delaySeconds: HOUR });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  await opened.db.shop.update({ where: { id: shop.id }, data: { thankYouEmailSince: null } });
  await laurel.after(HOUR);
  expect((await onlyReward()).state).toBe("promised");
  await opened.db.shop.update({ where: { id: shop.id }, data: { thankYouEmailSince: laurel.clock.now() } });
  await laurel.work();
  expect(laurel.mail.mails).toHaveLength(1);
});

test("ending a coupon's promises frees the shopper's slot and the budget", async () => {
  const coupon = await testCoupon(opened.db, shop.id, { delaySeconds: HOUR, budget: 1 });
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  const ended = await opened.db.$transaction((tx) =>
    endPromises(tx, { shopId: shop.id, couponId: coupon.id, reason: "coupon_deleted" }, laurel.clock.now()),
  );
  expect(ended).toBe(1);
  await laurel.deliver(shop, reviewEvent({ externalId: "r2", product: { shopifyId: "8" } }));
  await laurel.work();
  expect(await opened.db.reward.count({ where: { state: "promised" } })).toBe(1);
});

test("a template that exceeds its limits fails its own mail only", async () => {
  const other = await testShop(opened.db);
  await testThankYou(laurel.app, other);
  // Each filter's work counts towards what one rendering may use, and no single mail may use that much.
  const textTemplate = "{{ shop.name | upcase }}".repeat(45_000);
  await opened.db.thankYouEmail.updateMany({ where: { shopId: shop.id }, data: { textTemplate } });
  await opened.db.shop.update({ where: { id: shop.id }, data: { name: "x".repeat(255) } });
  for (const one of [shop, other]) {
    await testCoupon(opened.db, one.id);
    await laurel.deliver(one, reviewEvent());
  }
  await laurel.work();
  const states = await opened.db.reward.findMany({ orderBy: { shopId: "asc" } });
  expect(states.map((reward) => [reward.state, reward.reason])).toEqual([
    ["failed", "template_failed"],
    ["sent", null],
  ]);
});

test("a reward that waits for codes past its coupon's last day ends visibly and frees its place", async () => {
  const lastDay = { codeType: "dynamic", expiresOn: new Date("2026-11-20"), budget: 1 } as const;
  await testCoupon(opened.db, shop.id, lastDay);
  await laurel.deliver(shop, reviewEvent());
  await laurel.work();
  await sweepLeftovers(laurel.app);
  expect((await onlyReward()).state).toBe("waiting_for_code");
  // Noon in UTC is one o'clock in Berlin: the day is over there eleven hours later.
  laurel.clock.advance(11 * HOUR);
  await sweepLeftovers(laurel.app);
  expect(await onlyReward()).toMatchObject({ state: "ended", reason: "expired" });
  expect((await opened.db.coupon.findFirstOrThrow()).budgetUsed).toBe(0);
});
