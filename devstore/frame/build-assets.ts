import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A script or stylesheet for the browser, in memory. */
export interface Asset {
  type: "text/javascript" | "text/css";
  content: Uint8Array;
}

const ENTRIES = ["./client/frame-page.ts", "./client/mailbox-page.ts", "../app-bridge/app-bridge.ts"];

/** Bundles what the browser loads; by file name ("frame-page.js"). Takes well under a second. */
export async function buildAssets(): Promise<Map<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((entry) => fileURLToPath(new URL(entry, import.meta.url))),
    entryNames: "[name]",
    outdir: "/",
    bundle: true,
    write: false,
    format: "iife",
    target: "es2023",
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path),
      { type: path.endsWith(".css") ? "text/css" : "text/javascript", content: contents },
    ]),
  );
}
