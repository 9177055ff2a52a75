import { fileURLToPath } from "node:url";
import { testSettings } from "../../../tests/support/test-env";
import type { BenchDatabase } from "../../bench-row";
import { type BenchProcess, startProcess } from "../../support/bench-process";
import { startLaurel } from "../../support/laurel-process";
import type { MailDouble } from "../../support/mail-double";
import { REFERENCE_TABLES } from "./reference-tables";

/** A door that listens, and the workers behind it, each a process. */
export interface RunningPipeline {
  port: number;
  processes: BenchProcess[];
}

/** Starts a door and two workers on a database. */
export type StartPipeline = (database: BenchDatabase, double: MailDouble) => Promise<RunningPipeline>;

/** Laurel: a web process and two workers, all started at once. `onListening` hears of the web process's port before the others are up. */
export async function startOurs(
  { url }: BenchDatabase,
  double: MailDouble,
  onListening: (port: number) => void = () => {},
): Promise<RunningPipeline> {
  const places = { databaseUrl: url, resendUrl: double.url };
  const starting = [startLaurel("web", places), startLaurel("worker", places), startLaurel("worker", places)] as const;
  const web = await starting[0];
  onListening(web.port);
  return { port: web.port, processes: await Promise.all(starting) };
}

/** The physical way: bare node:http with batched inserts, and two workers of plain-worker.ts. */
export const startPlain = startReference("plain-worker.ts");

/** The usual way behind the same door: two workers of usual-worker.ts. */
export const startUsual = startReference("usual-worker.ts");

/** Ends every process in order. */
export async function stopPipeline({ processes }: RunningPipeline): Promise<void> {
  for (const process of processes) await process.stop();
}

function startReference(worker: string): StartPipeline {
  const program = (file: string) => ["--import", "tsx", fileURLToPath(new URL(file, import.meta.url))];
  return async ({ db, url }, double) => {
    for (const statement of REFERENCE_TABLES) await db.$executeRawUnsafe(statement);
    const env = { ...testSettings, DATABASE_URL: url, RESEND_BASE_URL: double.url };
    const door = startProcess("bare", program("../intake/physical-server.ts"), env);
    const listening = await door.nextLine();
    if (!listening) throw new Error("the bare server did not start");
    const workers = [0, 1].map(() => startProcess(worker, program(worker), env));
    return { port: (listening.address as { port: number }).port, processes: [door, ...workers] };
  };
}
