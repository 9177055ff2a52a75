// `npm run bench -- [row …] [--large]`: measures, prints tables and writes bench/RESULTS.md. With `--profile <folder>` it
// writes no results but, for each process and database, where its time went.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { BenchDatabase, BenchRow } from "./bench-row";
import { describeMachine } from "./frame/machine";
import { asText, resultTable } from "./frame/result-table";
import { worstVerdict, writeResults } from "./frame/results-file";
import { type RunPostgres, startRunPostgres } from "./frame/run-postgres";
import { rows } from "./rows";
import { killLeftovers } from "./support/bench-process";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: "boolean" }, profile: { type: "string" } },
});
const large = values.large ?? false;
const profileFolder = values.profile ? path.resolve(values.profile) : null;
if (profileFolder) process.env.LAUREL_BENCH_PROFILE = profileFolder;
const names = rows.map((row) => row.name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such row: ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exit(2);
}

// What was started is ended on exit; a signal alone would leave it running.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const postgres = await startRunPostgres(profileFolder);
const failed: string[] = [];
try {
  const machine = describeMachine(postgres.version);
  console.log(`${machine}\n`);
  for (const row of rows) {
    if (positionals.length > 0 && !positionals.includes(row.name)) continue;
    await measure(row, machine).catch((error: unknown) => {
      failed.push(row.name);
      console.error(`${row.name} could not be measured:`, error);
    });
  }
} finally {
  await postgres.stop();
}
if (failed.length > 0) console.error(`Not measured: ${failed.join(", ")}.`);
process.exit(failed.length > 0 ? 1 : 0);

async function measure(row: BenchRow, machine: string): Promise<void> {
  const at = new Date();
  console.log(`${row.name}: ${row.measures}`);
  const folder = mkdtempSync(path.join(tmpdir(), `laurel-bench-${row.name}-`));
  const databases: BenchDatabase[] = [];
  try {
    const results = await row.run({
      large,
      folder,
      postgres,
      freshDatabase: () => openFor(databases, postgres),
      say: (line) => console.log(`  ${line}`),
    });
    const seconds = Math.round((Date.now() - at.getTime()) / 1000);
    console.log(`\n${asText(resultTable(row, results))}\n${row.name}: ${worstVerdict(row, results)} (${seconds} s)\n`);
    if (!profileFolder) writeResults(row, results, { machine, at, large }, names);
  } finally {
    killLeftovers();
    for (const database of databases) await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openFor(databases: BenchDatabase[], { freshDatabase }: RunPostgres): Promise<BenchDatabase> {
  const database = await freshDatabase();
  databases.push(database);
  return database;
}
