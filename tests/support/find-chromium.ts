import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Path of a Chromium or Chrome: CHROMIUM_PATH, else the first on PATH; null if there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const candidates = ["/usr/bin", ...folders].flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const wanted = process.env.CHROMIUM_PATH;
  return (wanted ? [wanted] : [...candidates, MAC]).find((file) => existsSync(file)) ?? null;
}
