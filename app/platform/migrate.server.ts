import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

type MigrationAdapter = Awaited<ReturnType<SqlMigrationAwareDriverAdapterFactory["connect"]>>;

/** A way to reach the database for DDL: Prisma's adapter for it, and how a whole SQL script is run there. */
export interface MigrationTarget {
  adapterFactory: SqlMigrationAwareDriverAdapterFactory;
  /** Runs a script of several statements in one go; the adapters' own way splits on ";" and breaks function bodies. */
  runScript(adapter: MigrationAdapter, script: string): Promise<void>;
  /** Ends what `adapterFactory.connect` opened. */
  release(adapter: MigrationAdapter): Promise<void>;
}

/** Tables Prisma does not manage and must not see as drift. */
export const UNMANAGED = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations in `folder` that the database does not have yet and returns their names, in order.
 * Uses Prisma's own schema engine compiled to WebAssembly and Prisma's `_prisma_migrations` table, so `prisma migrate`
 * works on the same database. Throws with the engine's reason when a migration fails or an applied one was edited.
 * The caller holds the lock that keeps other processes out.
 */
export async function applyMigrations(target: MigrationTarget, folder: string): Promise<string[]> {
  let failure: unknown;
  const opened: MigrationAdapter[] = [];
  const remembering: MigrationTarget = {
    ...target,
    adapterFactory: {
      provider: target.adapterFactory.provider,
      adapterName: target.adapterFactory.adapterName,
      connectToShadowDb: () => target.adapterFactory.connectToShadowDb(),
      connect: async () => {
        const adapter = await target.adapterFactory.connect();
        opened.push(adapter);
        return adapter;
      },
    },
    runScript: (adapter, script) =>
      target.runScript(adapter, script).catch((error: unknown) => {
        failure = error;
        throw error;
      }),
  };
  try {
    return await applyMissing(await createSchemaEngine(remembering), folder);
  } catch (error) {
    // The engine answers "external connector error"; the reason a person can act on is the database's own.
    if (failure) throw new Error(`A migration failed: ${(failure as Error).message}`, { cause: failure });
    throw error;
  } finally {
    await Promise.all(opened.map((adapter) => target.release(adapter)));
  }
}

async function applyMissing(engine: SchemaEngine, folder: string): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  const history = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: UNMANAGED,
  });
  const [edited] = history.editedMigrationNames;
  if (edited)
    throw new Error(`The migration ${edited} was changed after it was applied; migrations are only ever added.`);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: UNMANAGED });
  return appliedMigrationNames;
}

/** The schema engine on a database; `schemaFile` is [name, text] of the schema to compare with, if any. */
export async function createSchemaEngine(
  target: MigrationTarget,
  schemaFile?: [string, string],
): Promise<SchemaEngine> {
  const glue = await loadEngine();
  const factory = target.adapterFactory;
  const connected = (adapter: MigrationAdapter) =>
    Object.assign(adapter, { executeScript: (script: string) => target.runScript(adapter, script) });
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => connected(await factory.connect()),
    connectToShadowDb: async () => connected(await factory.connectToShadowDb()),
  });
  return glue.SchemaEngine.new({ datamodels: schemaFile ? [schemaFile] : undefined }, () => {}, adapter);
}

/** Prisma's migration folder in the shape the engine takes. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  );
  const lockfile = {
    path: "migration_lock.toml",
    content: await readFile(path.join(folder, "migration_lock.toml"), "utf8"),
  };
  return { baseDir: path.resolve(folder), lockfile, shadowDbInitScript: "", migrationDirectories };
}

let glue: ReturnType<typeof instantiateEngine> | undefined;

/** One instance per process: the package's glue is a module and knows only the instance it was given last. */
function loadEngine() {
  glue ??= instantiateEngine();
  return glue;
}

/** The package leaves instantiating its WebAssembly to the host. */
async function instantiateEngine() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const packageFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(path.join(path.dirname(packageFile), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const exports = instance.exports as WebAssembly.Exports & { __wbindgen_start(): void };
  (glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}
