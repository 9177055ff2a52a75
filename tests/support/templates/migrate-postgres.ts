// Run as `migrate-postgres.ts <url>`: opens the database once, as the app does at its start, which migrates it.
import { openDatabase } from "~/platform/database.server";

const [url] = process.argv.slice(2);
if (!url) throw new Error("usage: migrate-postgres.ts <url>");

const opened = await openDatabase({ DATABASE_URL: url, DATA_DIR: "" });
await opened.close();
process.exit(0);
