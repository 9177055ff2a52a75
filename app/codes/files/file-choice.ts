/** What a merchant said about a file before it was uploaded; null where the file decides. */
export interface FileChoice {
  /** Column the codes are in, from 0. */
  codeColumn: number | null;
  /** Whether the first line names the columns. */
  hasHeading: boolean | null;
  /** Keys of the discounts to add from a discounts export of Shopify (`shopify-export.ts`). */
  discounts: string[] | null;
}

/** The file decides everything. */
export const NO_CHOICE: FileChoice = { codeColumn: null, hasHeading: null, discounts: null };

/** Most columns a merchant chooses from, and reads codes of a file without a heading from. */
export const MOST_COLUMNS = 100;

/** Reads a choice out of an address: `column` from 0, `heading` on or off, `discount` once for each of them. What is not understood is left to the file. */
export function readFileChoice(query: URLSearchParams): FileChoice {
  const column = query.get("column") ?? "";
  const heading = query.get("heading");
  const discounts = query.getAll("discount");
  return {
    codeColumn: /^\d{1,2}$/.test(column) ? Number(column) : null,
    hasHeading: heading === "on" ? true : heading === "off" ? false : null,
    discounts: discounts.length > 0 ? discounts : null,
  };
}

/** The same the other way round. */
export function fileChoiceQuery({ codeColumn, hasHeading, discounts }: FileChoice): URLSearchParams {
  const query = new URLSearchParams();
  if (codeColumn !== null) query.set("column", String(codeColumn));
  if (hasHeading !== null) query.set("heading", hasHeading ? "on" : "off");
  for (const key of discounts ?? []) query.append("discount", key);
  return query;
}
