import builtServer from "../../scripts/built-server.json" with { type: "json" };
import { testSettings } from "../../tests/support/test-env";
import { type BenchProcess, startProcess } from "./bench-process";

/** A running Laurel, as `npm start` starts it. */
export interface LaurelProcess extends BenchProcess {
  port: number;
}

/** What a process of Laurel does: answers requests, works, or both. */
export type Role = "web" | "worker" | "both";

/** Where the app's data and mails go. */
export interface LaurelPlaces {
  /** Absent: the embedded database in `dataFolder`. */
  databaseUrl?: string;
  dataFolder?: string;
  /** The Resend double. Absent: mails become files in `outboxFolder`. */
  resendUrl?: string;
  outboxFolder?: string;
}

const LISTENING_WITHIN_MS = 60_000;

/** Starts the production build in a process of its own and waits until it listens. Its errors are printed. Throws if it ends instead. */
export async function startLaurel(role: Role, places: LaurelPlaces): Promise<LaurelProcess> {
  const process = startProcess(role, [...builtServer.flags, builtServer.program], settingsOf(role, places));
  const port = await Promise.race([untilListening(process), tooLate()]);
  if (port === null) {
    await process.kill();
    throw new Error(`Laurel (${role}) did not start.`);
  }
  void printErrors(role, process);
  return { ...process, port };
}

function settingsOf(role: Role, { databaseUrl, dataFolder, resendUrl, outboxFolder }: LaurelPlaces) {
  return {
    ...testSettings,
    NODE_ENV: "production",
    LOG_LEVEL: "info",
    PORT: "0",
    RUN_WORKER: String(role !== "web"),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...(dataFolder && { DATA_DIR: dataFolder }),
    ...(outboxFolder && { OUTBOX_DIR: outboxFolder }),
    ...(resendUrl && { MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_bench", RESEND_BASE_URL: resendUrl }),
  };
}

async function untilListening(process: BenchProcess): Promise<number | null> {
  for (let line = await process.nextLine(); line; line = await process.nextLine()) {
    if (line.msg === "listening") return (line.address as { port: number }).port;
    console.error(line);
  }
  return null;
}

function tooLate(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, LISTENING_WITHIN_MS, null).unref());
}

/** Pino's levels: 40 is a warning, 50 an error. What goes wrong must not look like mere slowness. */
async function printErrors(role: Role, process: BenchProcess): Promise<void> {
  for (let line = await process.nextLine(); line; line = await process.nextLine()) {
    if (Number(line.level) < 50) continue;
    const { message } = (line.err ?? {}) as { message?: string };
    console.error(`  ${role}: ${line.msg}: ${message ?? line.error ?? ""}`.replace(/\s+/g, " "));
  }
}
