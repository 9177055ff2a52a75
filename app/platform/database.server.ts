import { mkdir } from "node:fs/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { type DirectSql, directPglite, directPostgres } from "./direct-sql.server";
import { lockFolder } from "./folder-lock";
import { type Prisma, PrismaClient } from "./generated/client";
import { applyMigrations, type MigrationTarget } from "./migrate.server";

/** The Prisma client. Routes use it through `forShop` only. */
export type Database = PrismaClient;

/** What a shell operation gets when it takes part in its caller's transaction. */
export type Transaction = Prisma.TransactionClient;

/** An open database with its migrations applied; `handle` is what the job queue connects through. */
export interface OpenDatabase {
  db: Database;
  direct: DirectSql;
  handle: { engine: "pglite"; pglite: PGlite } | { engine: "postgres"; connectionString: string };
  close(): Promise<void>;
}

const MIGRATIONS = "prisma/migrations";
/** Any constant will do as long as every Laurel process uses the same. */
const MIGRATION_LOCK = 5_286_431;

/** Opens PostgreSQL where DATABASE_URL names one, else the embedded database, and applies what migrations are missing. */
export function openDatabase(env: { DATABASE_URL?: string | undefined; DATA_DIR: string }): Promise<OpenDatabase> {
  return env.DATABASE_URL ? openPostgres(env.DATABASE_URL) : openEmbedded(env.DATA_DIR);
}

/** Wraps a PGlite that is open already and up to date. Closing closes it. */
export function embeddedDatabase(pglite: PGlite): OpenDatabase {
  pglite.serializers[types.BYTEA] = writeBytes;
  const db = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions: TRANSACTION_LIMITS });
  const close = async () => {
    await db.$disconnect();
    if (!pglite.closed) await pglite.close();
  };
  return { db, direct: directPglite(pglite), handle: { engine: "pglite", pglite }, close };
}

/** PGlite's own way takes a string for each byte: more than a second for 5 MB. */
function writeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

/** How the schema engine reaches an embedded database. A shadow database is a second one in memory. */
export function embeddedTarget(pglite: PGlite): MigrationTarget {
  const instances = new Map<object, PGlite>();
  const factory = new PrismaPGlite(pglite);
  const remember = async (instance: PGlite) => {
    const adapter = await new PrismaPGlite(instance).connect();
    instances.set(adapter, instance);
    return adapter;
  };
  return {
    adapterFactory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => remember(pglite),
      connectToShadowDb: async () => remember(await PGlite.create()),
    },
    runScript: async (adapter, script) => {
      await (instances.get(adapter) ?? pglite).exec(script);
    },
    // Its connection is the database itself, which goes on.
    release: async () => {},
  };
}

/** As many as statements run at once: intake writes two batches at a time. */
const DIRECT_CONNECTIONS = 2;

/** Work inside an interactive transaction is short; waiting for one may take longer, as the embedded database has one session. */
const TRANSACTION_LIMITS = { maxWait: 20_000, timeout: 30_000 };

async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const unlock = await lockFolder(folder);
  try {
    await mkdir(folder, { recursive: true });
    const pglite = await PGlite.create(folder);
    await applyMigrations(embeddedTarget(pglite), MIGRATIONS);
    // Types a migration just made are unknown to this instance: arrays of them could not be sent.
    await pglite.refreshArrayTypes();
    const opened = embeddedDatabase(pglite);
    const stopTidying = tidyRegularly(pglite);
    return { ...opened, close: () => stopTidying().then(opened.close).finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** PGlite has no autovacuum: dead rows would stay, and the planner would go by the statistics of an empty database. */
const TIDY_EVERY_MS = 3_600_000;

/** Returns what ends it. */
function tidyRegularly(pglite: PGlite): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = pglite.exec("vacuum analyze").catch((error: Error) => process.emitWarning(error));
  }, TIDY_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  await migratePostgres(connectionString);
  return postgresDatabase(connectionString);
}

/** Connects to a PostgreSQL that is up to date. */
export function postgresDatabase(connectionString: string): OpenDatabase {
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10 }),
    transactionOptions: TRANSACTION_LIMITS,
  });
  const direct = directPostgres(connectionString, DIRECT_CONNECTIONS);
  const close = async () => {
    await direct.close();
    await db.$disconnect();
  };
  return { db, direct, handle: { engine: "postgres", connectionString }, close };
}

async function migratePostgres(connectionString: string): Promise<void> {
  const holder = new pg.Client({ connectionString });
  await holder.connect();
  try {
    // Held by this connection: a process that dies while migrating lets the next one in.
    await holder.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await applyMigrations(postgresTarget(connectionString), MIGRATIONS);
  } finally {
    await holder.end();
  }
}

function postgresTarget(connectionString: string): MigrationTarget {
  return {
    adapterFactory: new PrismaPg({ connectionString }),
    runScript: async (_adapter, script) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await client.query(script).finally(() => client.end());
    },
    release: (adapter) => adapter.dispose(),
  };
}
