import { mustRun } from "./child.mjs";
import { say } from "./root.mjs";
import { filesUnder, hashOf, isDone, markDone } from "./stamp.mjs";

const sources = ["app", "public", "server.ts", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];

/** Builds pages and server into build/ when a source has changed. */
export async function ensureBuilt() {
  const hash = hashOf(filesUnder(sources, (file) => !/\.test\.tsx?$/.test(file) && !file.endsWith(".d.ts")));
  if (isDone("build", hash, ["build/server/main.js", "build/server/index.js", "build/client"])) return;
  say("building pages and server");
  const production = { NODE_ENV: "production" };
  await mustRun(
    "Building the pages",
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    production,
  );
  await bundleServer();
  markDone("build", hash);
}

/** server.ts and everything it imports from app/ become build/server/main.js; packages stay in node_modules/. */
async function bundleServer() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["server.ts"],
    outfile: "build/server/main.js",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    sourcemap: true,
    logLevel: "warning",
  });
}
