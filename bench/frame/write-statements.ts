import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "~/platform/database.server";

/** Writes which statements cost this database most, in milliseconds, calls and rows: `statements-<n>.txt` in the folder. */
export async function writeStatements(db: Database, folder: string): Promise<void> {
  await db.$executeRaw`create extension if not exists pg_stat_statements`;
  const rows = await db.$queryRaw<{ ms: number; calls: number; rows: number; query: string }[]>`
    select round(total_exec_time)::int as ms, calls::int, rows::int, left(regexp_replace(query, '\\s+', ' ', 'g'), 240) as query
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
    order by total_exec_time desc limit 60`;
  mkdirSync(folder, { recursive: true });
  const column = (value: number) => String(value).padStart(8);
  const lines = rows.map((row) => `${column(row.ms)}${column(row.calls)}${column(row.rows)}  ${row.query}`);
  writeFileSync(path.join(folder, `statements-${Date.now()}.txt`), `      ms   calls    rows\n${lines.join("\n")}\n`);
}
