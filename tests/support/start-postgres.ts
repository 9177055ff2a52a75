import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findPostgresBinaries } from "./find-postgres";
import { freePort } from "./free-port";

/** A running PostgreSQL that nobody else uses. */
export interface TestPostgres {
  url: string;
  /** Ends it at once, as if the power went, and starts it again. Resolves when it has recovered. */
  crash(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** For a database that dies with the tests. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** PostgreSQL refuses to run as root, so root starts it as somebody without rights. */
interface Account {
  uid?: number;
  gid?: number;
}

/**
 * Starts a throw-away PostgreSQL on a free loopback port; null where no binaries are found. Throws if it does not come up.
 * Durability is switched off, as the database dies with the tests, unless `durable` asks for it as it comes. `settings` are
 * further ones, each as "name=value".
 */
export async function startPostgres({
  durable = false,
  settings = [],
}: {
  durable?: boolean;
  settings?: string[];
} = {}): Promise<TestPostgres | null> {
  const binaries = findPostgresBinaries();
  if (!binaries) return null;
  const account = unprivileged();
  const folder = mkdtempSync(path.join(tmpdir(), "laurel-postgres-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, "data");
  const initdb = ["-D", data, "-U", "laurel", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(path.join(binaries, "initdb"), initdb, { cwd: folder, stdio: "pipe", ...account });
  const port = await freePort();
  const url = `postgresql://laurel@127.0.0.1:${port}/postgres`;
  const options = serverArguments(data, folder, port, [...(durable ? [] : CARELESS), ...settings]);
  const start = async () => {
    const started = spawn(path.join(binaries, "postgres"), options, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      ...account,
    });
    await untilReady(url, started);
    return started;
  };
  let server = await start();
  // A test run that dies takes its server along.
  process.once("exit", () => server.kill("SIGQUIT"));
  return {
    url,
    crash: async () => {
      await end(server, "SIGQUIT");
      server = await start();
    },
    stop: async () => {
      await end(server, "SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverArguments(data: string, socketFolder: string, port: number, settings: string[]): string[] {
  const listen = ["-p", String(port), "-h", "127.0.0.1", "-k", socketFolder];
  return ["-D", data, ...listen, ...["max_connections=200", ...settings].flatMap((setting) => ["-c", setting])];
}

function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(idOf(flag, user)));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as.");
}

function idOf(flag: string, user: string): string {
  try {
    return execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }).toString();
  } catch {
    return "";
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let log = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-4000);
  });
  const deadline = Date.now() + 20_000;
  while (server.exitCode === null && Date.now() < deadline) {
    if (await answers(url)) return;
    await pause(50);
  }
  server.kill("SIGKILL");
  throw new Error(`PostgreSQL did not start:\n${log}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await ended;
}
