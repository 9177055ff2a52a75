import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { postgresDatabase } from "~/platform/database.server";
import { runOn, withDatabase } from "../../tests/support/postgres-admin";
import { startPostgres } from "../../tests/support/start-postgres";
import type { BenchDatabase } from "../bench-row";
import { writeStatements } from "./write-statements";

const TEMPLATE = "laurel_template";

/** A PostgreSQL of this run, started as it comes, durable. */
export interface RunPostgres {
  /** Ends it at once, as if the power went, and starts it again. Resolves when it has recovered. */
  crash(): Promise<void>;
  /** A fresh database with all migrations applied. Its `close` drops it. */
  freshDatabase(): Promise<BenchDatabase>;
  /** "15.18" */
  version: string;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL and migrates a database to clone. Throws where no PostgreSQL is installed. What a database did goes to `profileFolder`. */
export async function startRunPostgres(profileFolder: string | null): Promise<RunPostgres> {
  const settings = profileFolder ? ["shared_preload_libraries=pg_stat_statements"] : [];
  const server = await startPostgres({ durable: true, settings });
  if (!server) throw new Error("Benchmarks need PostgreSQL's programs (initdb and postgres): install PostgreSQL.");
  try {
    await migrateTemplate(server.url);
    const opened = postgresDatabase(server.url);
    const [row] = await opened.db.$queryRaw<{ server_version: string }[]>`show server_version`;
    await opened.close();
    const version = row?.server_version.split(" ")[0] ?? "unknown";
    return {
      version,
      crash: server.crash,
      stop: server.stop,
      freshDatabase: () => cloneDatabase(server.url, profileFolder),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** In a process of its own, whose end closes every connection: a template must not be in use while it is cloned. */
async function migrateTemplate(url: string): Promise<void> {
  await runOn(url, `create database ${TEMPLATE}`);
  const script = "tests/support/templates/migrate-postgres.ts";
  execFileSync(process.execPath, ["--import", "tsx", script, withDatabase(url, TEMPLATE)]);
}

async function cloneDatabase(adminUrl: string, profileFolder: string | null): Promise<BenchDatabase> {
  const name = `laurel_bench_${randomBytes(6).toString("hex")}`;
  await runOn(adminUrl, `create database ${name} template ${TEMPLATE}`);
  const url = withDatabase(adminUrl, name);
  const opened = postgresDatabase(url);
  let closing: Promise<void> | null = null;
  const close = async () => {
    if (profileFolder) await writeStatements(opened.db, profileFolder);
    await opened.close();
    await runOn(adminUrl, `drop database ${name} with (force)`);
  };
  return {
    ...opened,
    url,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
