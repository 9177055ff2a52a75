import { setTimeout as pause } from "node:timers/promises";
import { postgresDatabase } from "~/platform/database.server";
import { memoryOf } from "../../support/process-figures";
import { ourUpload } from "./our-upload";
import { usualUpload } from "./usual-upload";

// A program: `upload-program <ours|usual> <database URL> <JSON of an Upload>` uploads a file in a process of its own and prints
// how long it took, how the lines were split, and what memory the process held while idle and at most, in MB.
const [way = "", url = "", upload = ""] = process.argv.slice(2);
const { db, close } = postgresDatabase(url);
await db.$queryRaw`select 1`;
await pause(500);
const idle = memoryOf(process.pid).now;
const began = performance.now();
const split = await (way === "ours" ? ourUpload : usualUpload)(db, JSON.parse(upload));
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ seconds, split, idle, most: memoryOf(process.pid).most }));
await close();
process.exit(0);
