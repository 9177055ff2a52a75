import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import { csvLine } from "~/platform/csv-line";
import type { Database } from "~/platform/database.server";
import { describeRewardReason } from "~/rewards/reward-reason";
import { describeEngagement } from "./describe-engagement";
import { listSentCodes, type SentCode, type SentCodesAsked } from "./list-sent-codes.server";
import { rewardLabel } from "./reward-label";

/** Which codes, and how the shop writes times and money. */
export interface ExportAsked extends Omit<SentCodesAsked, "after" | "before" | "size"> {
  timeZone: string;
  /** ISO 4217. */
  currency: string;
}

/** Rows that are in memory at a time. */
const AT_ONCE = 500;
/** Tells spreadsheets that this is UTF-8. */
const BYTE_ORDER_MARK = "\u{FEFF}";

/**
 * Sent codes as a CSV file, newest first, in pieces of one page each: whoever reads slowly is waited for, and memory stays the same
 * however many there are. What is given while it is read is not in it.
 */
export async function* exportSentCodes(db: Database, asked: ExportAsked): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(headings(asked));
  let after: string | null = null;
  do {
    const page = await listSentCodes(db, { ...asked, after, size: AT_ONCE });
    if (page.rows.length > 0) yield page.rows.map((row) => csvLine(cells(row, asked.timeZone))).join("");
    after = page.older;
  } while (after);
}

function headings({ timeZone, currency }: ExportAsked): string[] {
  return [
    ...["Code", "Shopper", "Email", "Coupon", "Engagement"],
    ...[`Given (${timeZone})`, `Sent (${timeZone})`, "State", "Reason"],
    ...["Used on order", `Order value (${currency})`, `Refunded (${currency})`],
  ];
}

function cells(row: SentCode, timeZone: string): (string | number | null)[] {
  const { codeText, recipient, engagement, state, reason, codeTakenAt, settledAt } = row;
  const time = (at: Date | null) => at && format(new TZDate(at.getTime(), timeZone), "yyyy-MM-dd HH:mm:ss");
  const used = row.redemptions.filter(({ cancelledAt }) => cancelledAt === null);
  const orders = row.redemptions.map(
    ({ orderName, cancelledAt }) => `${orderName ?? ""}${cancelledAt ? " (cancelled)" : ""}`,
  );
  return [
    ...[codeText, recipient.name, recipient.value, row.description, describeEngagement(engagement)],
    ...[time(codeTakenAt), state === "sent" ? time(settledAt) : null, rewardLabel(state).label],
    ...[reason && describeRewardReason(reason), orders.join(" ")],
    ...[sum(used.map(({ orderValue }) => orderValue)), sum(used.map(({ refunded }) => refunded))],
  ];
}

/** Null for nothing at all, which is another thing than 0. */
function sum(amounts: number[]): string | null {
  return amounts.length === 0 ? null : amounts.reduce((all, one) => all + one, 0).toFixed(2);
}
