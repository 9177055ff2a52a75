import type { RejectReason } from "../reject-reason";
import { trimCell } from "./read-code";

/** Which columns of a discounts export say what; -1 where it has none by that name. */
export interface DiscountColumns {
  value: number;
  valueType: number;
  type: number;
  method: number;
  status: number;
  end: number;
  used: number;
  limit: number;
}

/** What a row of a discounts export says about its discount. */
export interface ExportedDiscount {
  /** Discounts alike have the same: what a merchant chooses by. */
  key: string;
  /** As a number without its sign, where the export has one. */
  value: number | null;
  /** "percentage", "fixed_amount" or whatever the export says, in lower case. */
  valueType: string;
  /** In the export's words. */
  type: string;
  status: string;
  /** The name has spaces or brackets in it, as titles of discounts without a code have and codes seldom. */
  looksLikeTitle: boolean;
  /** Why none of its codes can be given, whatever is chosen. */
  fault: RejectReason | null;
}

/** Columns that only Shopify's own discounts export has beside "Name". */
const EXPORT_HEADERS = ["value type", "discount class", "times used in total", "usage limit per code"];

/** Recognises a discounts export by the names of its columns (lower case, single spaces); null for any other file. The code is in "name". */
export function findDiscountColumns(names: string[]): DiscountColumns | null {
  if (!names.includes("name") || !EXPORT_HEADERS.some((name) => names.includes(name))) return null;
  return {
    value: names.indexOf("value"),
    valueType: names.indexOf("value type"),
    type: names.indexOf("type"),
    method: names.indexOf("method"),
    status: names.indexOf("status"),
    end: names.indexOf("end"),
    used: names.indexOf("times used in total"),
    limit: names.indexOf("usage limit per code"),
  };
}

/** Reads what a row says about its discount; `today` is "yyyy-mm-dd" in the shop's time zone. */
export function readDiscount(
  name: string,
  fields: string[],
  columns: DiscountColumns,
  today: string,
): ExportedDiscount {
  const cell = (column: number) => trimCell(fields[column] ?? "").slice(0, 60);
  const amount = Math.abs(Number(cell(columns.value).replace(",", ".")));
  const value = cell(columns.value) !== "" && Number.isFinite(amount) ? amount : null;
  const valueType = cell(columns.valueType).toLowerCase();
  const type = cell(columns.type);
  const status = cell(columns.status);
  const looksLikeTitle = /[\s[\]]/.test(name);
  const key = [value ?? "", valueType, type.toLowerCase(), status.toLowerCase(), looksLikeTitle ? "title" : ""].join(
    "|",
  );
  const fault = faultOf({
    kind: `${type} ${cell(columns.method)} ${valueType}`,
    status,
    endsOn: cell(columns.end).slice(0, 10),
    used: cell(columns.used),
    limit: cell(columns.limit),
    today,
  });
  return { key, value, valueType, type, status, looksLikeTitle, fault };
}

function faultOf(row: { kind: string; status: string; endsOn: string; used: string; limit: string; today: string }) {
  if (/\b(automatic|app)\b/i.test(row.kind.replaceAll("_", " "))) return "discount_without_code";
  if (/^(expired|inactive|disabled)$/i.test(row.status)) return "discount_ended";
  if (/^\d{4}-\d{2}-\d{2}$/.test(row.endsOn) && row.endsOn < row.today) return "discount_ended";
  const limit = Number(row.limit);
  return row.limit !== "" && limit > 0 && Number(row.used) >= limit ? "discount_used_up" : null;
}

/** Discounts of an export that are alike. */
export interface DiscountGroup extends ExportedDiscount {
  count: number;
  /** The first of their names. */
  example: string;
}

/** Groups the discounts of an export that are alike, the most frequent first; at most `MOST_GROUPS`. */
export function groupDiscounts(rows: { name: string; discount: ExportedDiscount }[]): DiscountGroup[] {
  const groups = new Map<string, DiscountGroup>();
  for (const { name, discount } of rows) {
    const key = discount.fault === null ? discount.key : `${discount.fault}|${discount.key}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { ...discount, count: 1, example: name.slice(0, 60) });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MOST_GROUPS);
}

/** More kinds of discounts than this are not shown, and cannot be chosen. */
export const MOST_GROUPS = 50;
