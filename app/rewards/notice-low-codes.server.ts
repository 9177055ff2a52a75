import { codesLevel, levelChange } from "~/codes/codes-level";
import { type CodesReminderFacts, renderCodesReminder } from "~/emails/render-codes-reminder";
import { createShopIntl, shopFormat } from "~/messages/shop-intl";
import type { Database, Transaction } from "~/platform/database.server";
import type { CodesReminder, Coupon, Shop } from "~/platform/generated/client";
import { newId } from "~/platform/ids";
import { lockShop } from "~/platform/lock-shop.server";
import type { Logger } from "~/platform/logger";
import { writeRows } from "~/platform/write-rows.server";
import { type CodesLeft, countCodesLeft, countCodesOfShops } from "./count-codes-left.server";
import { countGivenSince } from "./count-given-since.server";
import { type LowCandidate, listLowCoupons } from "./list-low-coupons.server";
import { type FrozenMail, newReminderMessage } from "./new-message";
import { daysOfSupply, paceSince } from "./supply";

/** The page of the app in a shop's admin where codes are added to a coupon. */
export type UploadUrl = (shop: { domain: string }, couponId: string) => string;

/**
 * Looks, over all shops, for coupons whose codes ran low or out since they were last looked at, and for those that were refilled.
 * With a crossing go the record of it and a mail to each recipient, in no batch yet. Returns how many crossings were noticed.
 */
export async function noticeLowCodes(
  db: Database,
  { uploadUrl, logger }: { uploadUrl: UploadUrl; logger: Pick<Logger, "error"> },
  now: Date,
): Promise<number> {
  let noticed = 0;
  const candidates = await listLowCoupons(db);
  const counted = await countCodesOfShops(db, candidates);
  for (const candidate of candidates) {
    const counts = counted.get(candidate.couponId);
    if (!counts || changeOf(candidate, counts) === null) continue;
    try {
      if (await noticeOne(db, candidate, uploadUrl, now)) noticed += 1;
    } catch (error) {
      const { shopId, couponId } = candidate;
      logger.error({ err: error, shopId, couponId }, "a coupon's low codes could not be noticed");
    }
  }
  return noticed;
}

function changeOf(
  { lowCodesAt, codesLevel: recorded, wasRefilled }: Omit<LowCandidate, "shopId" | "couponId">,
  { left }: CodesLeft,
) {
  return levelChange(recorded, { level: codesLevel(left, lowCodesAt), wasRefilled });
}

/** Looks again at one coupon under its shop's lock, which whoever publishes codes, edits or deletes it holds too. */
async function noticeOne(
  db: Database,
  { shopId, couponId, codesLevel: recorded, wasRefilled }: LowCandidate,
  uploadUrl: UploadUrl,
  now: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockShop(tx, shopId);
    const coupon = await tx.coupon.findFirst({
      where: { shopId, id: couponId, state: { in: ["active", "paused"] }, codesLevel: recorded },
      include: { shop: true },
    });
    const counts = (await countCodesLeft(tx, shopId, [couponId])).get(couponId);
    if (!coupon || coupon.lowCodesAt === null || coupon.shop.uninstalledAt || !counts) return false;
    const change = changeOf({ lowCodesAt: coupon.lowCodesAt, codesLevel: recorded, wasRefilled }, counts);
    if (change === null) return false;
    const level = codesLevel(counts.left, coupon.lowCodesAt);
    await tx.coupon.update({ where: { shopId_id: { shopId, id: couponId } }, data: { codesLevel: level } });
    if (change === "rearm") return false;
    const told = { level, codesLeft: counts.left, promised: counts.promised, ...(await figuresOf(tx, coupon, now)) };
    await remind(tx, { coupon, told, mail: await writeMail(coupon, told, uploadUrl, now) }, now);
    return true;
  });
}

/** What all recipients of a reminder are sent. Nobody reads answers to it. */
async function writeMail(
  coupon: Coupon & { shop: Shop },
  told: Told,
  uploadUrl: UploadUrl,
  now: Date,
): Promise<Omit<FrozenMail, "recipient">> {
  const intl = createShopIntl(shopFormat(coupon.shop));
  const facts = { ...factsOf(coupon, told, now), uploadUrl: uploadUrl(coupon.shop, coupon.id), intl };
  return { ...(await renderCodesReminder(facts)), senderName: intl.say("common.laurel"), replyTo: null };
}

/** The record of the reminder, and a mail to each recipient, in no batch yet. */
async function remind(
  tx: Transaction,
  { coupon, told, mail }: { coupon: Coupon & { shop: Shop }; told: Told; mail: Omit<FrozenMail, "recipient"> },
  now: Date,
): Promise<void> {
  const { shopId, id: couponId } = coupon;
  const number = 1 + (await tx.codesReminder.count({ where: { shopId, couponId } }));
  const reminder = { shopId, id: newId(), couponId, number, ...told, noticedAt: now };
  await tx.codesReminder.create({ data: reminder });
  const messages = recipientsOf(coupon).map((recipient, index) =>
    newReminderMessage(reminder, { ...mail, recipient }, index + 1, now),
  );
  await writeRows(tx, "message", messages);
}

type Told = Pick<CodesReminder, "level" | "codesLeft" | "promised" | "waiting" | "givenIn14Days">;

async function figuresOf(
  tx: Transaction,
  { shopId, id }: Coupon,
  now: Date,
): Promise<Pick<Told, "waiting" | "givenIn14Days">> {
  const waiting = await tx.reward.count({ where: { shopId, couponId: id, state: "waiting_for_code" } });
  const given = await countGivenSince(tx, { shopId, couponIds: [id], since: paceSince(now) });
  return { waiting, givenIn14Days: given.get(id) ?? 0 };
}

function factsOf(
  coupon: Coupon & { shop: Shop },
  told: Told,
  now: Date,
): Omit<CodesReminderFacts, "uploadUrl" | "intl"> {
  const { codesLeft: left, givenIn14Days: givenLately } = told;
  return {
    ...told,
    coupon: coupon.description,
    daysLeft: daysOfSupply({ left, givenLately, activeSince: coupon.activatedAt }, now),
    hasFallback: coupon.whenEmpty === "fallback",
  };
}

function recipientsOf({ remindedEmails, shop }: Coupon & { shop: Shop }): string[] {
  if (remindedEmails.length > 0) return remindedEmails;
  return shop.email ? [shop.email] : [];
}
