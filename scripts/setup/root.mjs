import { fileURLToPath } from "node:url";

/** The repository's folder, absolute, without a slash at the end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Prints one line that says what is being done. On stderr, so that a command's own output stays clean. */
export function say(line) {
  console.error(`laurel: ${line}`);
}
