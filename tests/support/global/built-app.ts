import { execFileSync } from "node:child_process";

/** The browser suite runs the app as it runs in production: built. Nothing happens where the build is up to date. */
export default function buildApp(): void {
  execFileSync(process.execPath, ["scripts/run.mjs", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}
