import { createReadStream } from "node:fs";
import { importCodes } from "~/codes/import-codes.server";
import type { Database } from "~/platform/database.server";
import type { Split, Upload } from "./upload";

/** Laurel's way. Throws when the file is refused. */
export async function ourUpload(db: Database, { shopId, couponId, path }: Upload): Promise<Split> {
  const input = { shopId, couponId, fileName: "codes.csv", bytes: createReadStream(path) };
  const imported = await importCodes(db, input, new Date());
  if (imported.outcome === "refused") throw new Error(`The file was refused: ${imported.reason}`);
  const { lines, added, duplicateInFile, duplicateInShop } = imported.report;
  return { lines, added, duplicateInFile, duplicateInShop };
}
