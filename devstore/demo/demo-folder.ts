import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where one demo keeps everything; nothing else is written. */
export interface DemoFolder {
  dir: string;
  databaseDir: string;
  outboxDir: string;
  secretsFile: string;
  tokenFile: string;
  /** What the app prints. */
  logFile: string;
  /** Held while a demo runs on the folder. */
  lockFile: string;
  /** Addresses and secrets of the running demo, for people and tests. */
  demoFile: string;
}

/** The places of the demo called `name`: `.data/<name>/`, `.data/<name>.json` and `.data/<name>.lock`, or in another folder. */
export function demoFolder(name: string, parent = join(ROOT, ".data")): DemoFolder {
  const dir = join(parent, name);
  return {
    dir,
    databaseDir: join(dir, "database"),
    outboxDir: join(dir, "outbox"),
    secretsFile: join(dir, "secrets.json"),
    tokenFile: join(dir, "tokens.json"),
    logFile: join(dir, "app.log"),
    lockFile: `${dir}.lock`,
    demoFile: `${dir}.json`,
  };
}

/** Makes the folder, empty if `reset`. Only for whoever holds the lock. */
export function prepareFolder(folder: DemoFolder, reset: boolean): void {
  if (reset) rmSync(folder.dir, { recursive: true, force: true });
  rmSync(folder.demoFile, { force: true });
  mkdirSync(folder.outboxDir, { recursive: true });
}
