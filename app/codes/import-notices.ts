import type { FileLayout } from "./files/detect-layout";
import type { CodeLine } from "./files/read-code";
import type { ImportNotice } from "./import-report";

/** Added codes that state an end date of their own: how many, and the earliest day ("yyyy-mm-dd"). */
export interface EndingCodes {
  count: number;
  firstDay: string | null;
}

/** Counts the added codes of one more batch. */
export function countEnding(ending: EndingCodes, added: CodeLine[]): EndingCodes {
  let { count, firstDay } = ending;
  for (const { endsOn } of added) {
    if (endsOn === null) continue;
    count += 1;
    if (firstDay === null || endsOn < firstDay) firstDay = endsOn;
  }
  return { count, firstDay };
}

/** What the merchant should know about a file beside its rejected lines. */
export function describeNotices(
  layout: FileLayout,
  ending: EndingCodes,
  couponExpiresOn: string | null,
): ImportNotice[] {
  const used = [layout.codeColumn, layout.endDateColumn];
  const columns = (layout.discounts ? [] : (layout.header ?? []))
    .filter((name, column) => name !== "" && !used.includes(column))
    .slice(0, 20);
  const notices: ImportNotice[] = columns.length > 0 ? [{ kind: "ignored_columns", columns }] : [];
  if (couponExpiresOn === null && ending.firstDay !== null) {
    notices.push({ kind: "codes_end", count: ending.count, firstDay: ending.firstDay });
  }
  return notices;
}
