import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Database } from "~/platform/database.server";
import type { Split, Upload } from "./upload";

const ROWS = 5_000;

/** The usual way: the whole file parsed at once, then `createMany` with `skipDuplicates`. Knows no reason for what was skipped. */
export async function usualUpload(db: Database, { shopId, poolId, path }: Upload): Promise<Split> {
  const { data } = Papa.parse<{ code: string }>(await readFile(path, "utf8"), { header: true, skipEmptyLines: true });
  let added = 0;
  for (let start = 0; start < data.length; start += ROWS) {
    const rows = data.slice(start, start + ROWS).map(({ code }, index) => {
      return { shopId, poolId, position: start + index + 1, code, codeKey: code.toUpperCase() };
    });
    added += (await db.code.createMany({ data: rows, skipDuplicates: true })).count;
  }
  return { lines: data.length, added, duplicateInFile: null, duplicateInShop: null };
}
