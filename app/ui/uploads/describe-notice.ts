import type { ImportNotice, ImportReport } from "~/codes/import-report";
import type { ShopIntl } from "~/messages/shop-intl";

/** What a merchant should know about an uploaded file beside its rejected lines, in a sentence or two. */
export function describeNotice(
  intl: ShopIntl,
  notice: ImportNotice,
  { duplicateInShop }: Pick<ImportReport, "duplicateInShop">,
): string {
  switch (notice.kind) {
    case "ignored_columns":
      return intl.say("codes.columns_not_used", { columns: notice.columns.join(", ") });
    case "codes_end":
      return intl.say("codes.have_end_dates", { count: notice.count, day: intl.day(new Date(notice.firstDay)) });
    case "replaced":
      return intl.say("codes.old_ones_removed", { count: notice.count, again: duplicateInShop });
  }
}
