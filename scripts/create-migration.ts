/**
 * Writes the migration that takes the existing migrations to prisma/schema.prisma, without Prisma's native engine.
 *   tsx scripts/create-migration.ts <name>     a new folder under prisma/migrations
 *   tsx scripts/create-migration.ts --check    exits 1 when the migrations do not lead to the schema
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { embeddedTarget } from "../app/platform/database.server";
import { createSchemaEngine, readMigrations, UNMANAGED } from "../app/platform/migrate.server";

const FOLDER = "prisma/migrations";
const SCHEMA = "prisma/schema.prisma";

const script = await missingSteps();
const [argument = ""] = process.argv.slice(2);
if (argument === "--check") {
  if (script) console.error(`The migrations do not lead to ${SCHEMA}. Missing:\n${script}`);
  process.exit(script ? 1 : 0);
}
if (!/^[a-z][a-z0-9_]*$/.test(argument)) {
  console.error("Give the migration a name in snake_case.");
  process.exit(1);
}
if (!script) {
  console.log("The migrations lead to the schema already.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  await mkdir(`${FOLDER}/${stamp}_${argument}`, { recursive: true });
  await writeFile(`${FOLDER}/${stamp}_${argument}/migration.sql`, script);
  console.log(`Wrote ${FOLDER}/${stamp}_${argument}/migration.sql; read it before you commit it.`);
}
process.exit(0);

async function missingSteps(): Promise<string> {
  const schema = await readFile(SCHEMA, "utf8");
  const engine = await createSchemaEngine(embeddedTarget(await PGlite.create()), [SCHEMA, schema]);
  const result = await engine.diff({
    from: { tag: "migrations", ...(await readMigrations(FOLDER)) },
    to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: schema }] },
    script: true,
    exitCode: true,
    filters: UNMANAGED,
  });
  return result.exitCode === 2 ? (result.stdout ?? "") : "";
}
