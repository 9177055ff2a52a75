// Run as `write-embedded.ts <file>`: migrates an embedded database and writes its data folder to the file, all or nothing.
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { embeddedTarget } from "~/platform/database.server";
import { applyMigrations } from "~/platform/migrate.server";

const [file] = process.argv.slice(2);
if (!file) throw new Error("usage: write-embedded.ts <file>");

const pglite = await PGlite.create();
await applyMigrations(embeddedTarget(pglite), "prisma/migrations");
const dump = await pglite.dumpDataDir("none");
await pglite.close();

const unfinished = `${file}.${process.pid}`;
await mkdir(path.dirname(file), { recursive: true });
await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
await rename(unfinished, file);
