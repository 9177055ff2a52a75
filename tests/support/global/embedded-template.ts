import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { sha256Hex } from "~/platform/secrets";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a tar file: the data folder of a migrated, empty embedded database. */
    embeddedTemplate: string;
  }
}

const MIGRATIONS = "prisma/migrations";
const FOLDER = "node_modules/.laurel";

/** Migrates one embedded database per set of migrations and keeps its dump; every test database is loaded from it. */
export default async function provideEmbeddedTemplate(project: TestProject): Promise<void> {
  const file = path.resolve(FOLDER, `test-database-${await fingerprint()}.tar`);
  // In a process of its own: the schema engine's WebAssembly exists once per process, and projects are set up side by side.
  if (!existsSync(file)) {
    execFileSync(process.execPath, ["--import", "tsx", "tests/support/templates/write-embedded.ts", file]);
  }
  project.provide("embeddedTemplate", file);
}

/** Changes with any migration and with the database's own version. */
async function fingerprint(): Promise<string> {
  const names = (await readdir(MIGRATIONS, { recursive: true })).filter((name) => name.endsWith(".sql")).sort();
  const files = [...names.map((name) => path.join(MIGRATIONS, name)), "node_modules/@electric-sql/pglite/package.json"];
  const contents = await Promise.all(files.map((name) => readFile(name, "utf8")));
  return sha256Hex([...names, ...contents].join("\0")).slice(0, 16);
}
