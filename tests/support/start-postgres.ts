import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findPostgresBinaries } from "./find-postgres";

/** A running PostgreSQL that nobody else uses. `stop` ends it and removes its files. */
export interface TestPostgres {
  url: string;
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
  const server = spawn(
    path.join(binaries, "postgres"),
    serverArguments(data, folder, port, [...(durable ? [] : CARELESS), ...settings]),
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      ...account,
    },
  );
  // A test run that dies takes its server along.
  process.once("exit", () => server.kill("SIGQUIT"));
  const url = `postgresql://laurel@127.0.0.1:${port}/postgres`;
  await untilReady(url, server);
  return { url, stop: () => stop(server, folder) };
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
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

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
