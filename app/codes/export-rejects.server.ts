import type { ShopIntl } from "~/messages/shop-intl";
import { BYTE_ORDER_MARK, csvLine } from "~/platform/csv-line";
import type { Database } from "~/platform/database.server";
import { rejectSentence } from "./reject-reason";

/** Rows that are in memory at a time. */
const AT_ONCE = 1_000;

/**
 * All lines of an upload that gave no code, as a CSV file in the order of the uploaded one: its line number, what stood there (cut
 * to 60 characters) and why. In pieces, each read when it is asked for, so memory stays the same however many there are.
 */
export async function* exportRejects(
  db: Database,
  { shopId, poolId, intl }: { shopId: number; poolId: string; intl: ShopIntl },
): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK +
    csvLine([intl.say("codes.export_line"), intl.say("codes.export_code"), intl.say("codes.export_reason")]);
  let after = 0;
  for (;;) {
    const rows = await db.codeReject.findMany({
      where: { shopId, poolId, line: { gt: after } },
      orderBy: { line: "asc" },
      take: AT_ONCE,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ line, code, reason }) => csvLine([line, code, intl.say(rejectSentence(reason))])).join("");
    after = last.line;
  }
}
