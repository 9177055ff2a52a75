import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/** The folder that holds `initdb` and `postgres`: Debian's newest, else the first on PATH; null if there is none. */
export function findPostgresBinaries(): string | null {
  return [...debianFolders(), ...(process.env.PATH ?? "").split(path.delimiter)].find(hasServer) ?? null;
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const newestFirst = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => path.join(DEBIAN, version, "bin"));
}

function hasServer(folder: string): boolean {
  return folder !== "" && existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres"));
}
