import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import type { ShopIntl } from "~/messages/shop-intl";
import { BYTE_ORDER_MARK, csvLine } from "~/platform/csv-line";
import type { Database } from "~/platform/database.server";
import { describeRewardReason } from "~/rewards/reward-reason";
import { describeEngagement } from "./describe-engagement";
import { listSentCodes, type SentCode, type SentCodesAsked, type UsedOn } from "./list-sent-codes.server";
import { rewardLabel } from "./reward-label";

/** Which codes, and the shop's words. */
export interface ExportAsked extends Omit<SentCodesAsked, "after" | "before" | "size" | "timeZone"> {
  intl: ShopIntl;
}

/** Rows that are in memory at a time. */
const AT_ONCE = 500;

/**
 * Sent codes as a CSV file, newest first, in pieces of one page each: whoever reads slowly is waited for, and memory stays the same
 * however many there are. What is given while it is read is not in it. Times are in the shop's zone; times and amounts are
 * written as every spreadsheet sorts and adds them, whatever its language.
 */
export async function* exportSentCodes(db: Database, asked: ExportAsked): AsyncGenerator<string, void> {
  const { intl, ...filter } = asked;
  const { timeZone } = intl.format;
  yield BYTE_ORDER_MARK + csvLine(headings(intl));
  let after: string | null = null;
  do {
    const page = await listSentCodes(db, { ...filter, timeZone, after, size: AT_ONCE });
    if (page.rows.length > 0) yield page.rows.map((row) => csvLine(cells(row, intl))).join("");
    after = page.older;
  } while (after);
}

function headings(intl: ShopIntl): string[] {
  const { timeZone, currency } = intl.format;
  return [
    ...[intl.say("export.code"), intl.say("export.shopper"), intl.say("export.email"), intl.say("export.coupon")],
    ...[intl.say("export.engagement"), intl.say("export.given", { timeZone }), intl.say("export.sent", { timeZone })],
    ...[intl.say("export.state"), intl.say("export.reason"), intl.say("export.used_on")],
    ...[intl.say("export.order_value", { currency }), intl.say("export.refunded", { currency })],
  ];
}

function cells(row: SentCode, intl: ShopIntl): (string | number | null)[] {
  const { codeText, recipient, engagement, state, reason, codeTakenAt, settledAt, redemptions } = row;
  const time = (at: Date | null) => at && format(new TZDate(at.getTime(), intl.format.timeZone), "yyyy-MM-dd HH:mm:ss");
  const used = redemptions.filter(({ cancelledAt }) => cancelledAt === null);
  return [
    ...[codeText, recipient.name, recipient.value, row.description, intl.say(describeEngagement(engagement))],
    ...[time(codeTakenAt), state === "sent" ? time(settledAt) : null, intl.say(rewardLabel(state).label)],
    ...[reason && intl.say(describeRewardReason(reason)), redemptions.map((one) => orderOf(one, intl)).join(" ")],
    ...[sum(used.map(({ orderValue }) => orderValue)), sum(used.map(({ refunded }) => refunded))],
  ];
}

function orderOf({ orderName, cancelledAt }: UsedOn, intl: ShopIntl): string {
  const order = orderName ?? "";
  return cancelledAt ? intl.say("export.cancelled_order", { order }) : order;
}

/** Null for nothing at all, which is another thing than 0. */
function sum(amounts: number[]): string | null {
  return amounts.length === 0 ? null : amounts.reduce((all, one) => all + one, 0).toFixed(2);
}
