import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { runOn, withDatabase } from "../postgres-admin";
import { startPostgres } from "../start-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL to clone databases on; null where there is none. */
    postgres: { adminUrl: string; template: string } | null;
  }
}

/** Starts a PostgreSQL (or takes the one TEST_DATABASE_URL names), migrates one database on it, and takes both away again. */
export default async function providePostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres();
  if (!server) {
    project.provide("postgres", null);
    return undefined;
  }
  const template = `laurel_template_${randomBytes(4).toString("hex")}`;
  await migrateTemplate(server.url, template).catch((error) => server.stop().then(() => Promise.reject(error)));
  project.provide("postgres", { adminUrl: server.url, template });
  return async () => {
    await runOn(server.url, `drop database ${template} with (force)`);
    await server.stop();
  };
}

/** In a process of its own, whose end closes every connection: a template must not be in use while it is cloned. */
async function migrateTemplate(url: string, template: string): Promise<void> {
  await runOn(url, `create database ${template}`);
  const args = ["--import", "tsx", "tests/support/templates/migrate-postgres.ts", withDatabase(url, template)];
  execFileSync(process.execPath, args);
}
