import { createReadStream } from "node:fs";
import { abandonStaleImports } from "~/codes/abandon-stale-imports.server";
import { importCodes } from "~/codes/import-codes.server";
import { openDatabase } from "~/platform/database.server";

// An upload as a program of its own: `importer <shop id> <coupon id> <file>`. Exit code 0 once the codes are there.
const [shopId = "", couponId = "", file = ""] = process.argv.slice(2);
const LONGER_THAN_A_LEASE_MS = 3_600_000;

const { db, close } = await openDatabase({ DATABASE_URL: process.env.DATABASE_URL, DATA_DIR: "" });
const now = new Date();
// A dead upload stands in the way of its codes until its lease has run out: this one comes after that.
await abandonStaleImports(db, new Date(now.getTime() + LONGER_THAN_A_LEASE_MS));
const input = { shopId: Number(shopId), couponId, fileName: "codes.csv", bytes: createReadStream(file) };
const imported = await importCodes(db, input, now);
await close();
const isThere = imported.outcome === "imported" || imported.reason === "nothing_new";
console.log(JSON.stringify(imported.outcome === "imported" ? { added: imported.report.added } : imported.reason));
process.exit(isThere ? 0 : 1);
