import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COPIED = ["app", "prisma", "server.ts", "tsconfig.json", "package.json"];

/**
 * Copies what the server is made of into `folder` and applies a patch to it, if one is given (a path). Throws where the
 * patch does not apply: it then has to be written anew for the code as it is.
 */
export function copySources(folder: string, patch: string | null): void {
  mkdirSync(folder, { recursive: true });
  for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  if (patch !== null) applyPatch(folder, patch);
}

/** Applies a patch to copied sources, or with `--check` only sees whether it would apply. Throws where it does not. */
export function applyPatch(folder: string, patch: string, ...options: string[]): void {
  try {
    execFileSync("git", ["apply", "--whitespace=nowarn", ...options, patch], {
      cwd: folder,
      stdio: "pipe",
      // The copy is no repository, wherever it lies.
      env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(folder) },
    });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Error(`${path.basename(patch)} does not apply any more; write it anew:\n${said}`);
  }
}
