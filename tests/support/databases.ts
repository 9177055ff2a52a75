import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { embeddedDatabase, type OpenDatabase, postgresDatabase as openPostgres } from "~/platform/database.server";
import { runOn, withDatabase } from "./postgres-admin";

/** A fresh embedded database with all migrations applied and no rows. Close it when done. */
export async function testDatabase(): Promise<OpenDatabase> {
  const template = await readFile(inject("embeddedTemplate"));
  return embeddedDatabase(await PGlite.create({ loadDataDir: new Blob([template]) }));
}

/** True in the `postgres` suite where a PostgreSQL was found: `describe.skipIf(!postgresAvailable())`. */
export function postgresAvailable(): boolean {
  return Boolean(inject("postgres"));
}

/** A fresh database with all migrations applied on a real PostgreSQL. Closing drops it. */
export async function postgresDatabase(): Promise<OpenDatabase> {
  const server = inject("postgres");
  if (!server) throw new Error("No PostgreSQL here; guard the suite with describe.skipIf(!postgresAvailable()).");
  const name = `laurel_test_${randomBytes(6).toString("hex")}`;
  await runOn(server.adminUrl, `create database ${name} template ${server.template}`);
  const url = withDatabase(server.adminUrl, name);
  const opened = openPostgres(url);
  const close = async () => {
    await opened.close();
    await runOn(server.adminUrl, `drop database ${name} with (force)`);
  };
  return { ...opened, close };
}
