import { mustRun } from "./child.mjs";
import { say } from "./root.mjs";
import { filesUnder, hashOf, isDone, markDone } from "./stamp.mjs";

const sources = ["app", "public", "server.ts", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];

/** Builds pages and server into build/ when a source has changed. */
export async function ensureBuilt() {
  const files = filesUnder(sources, (file) => !/\.test\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
  const hash = hashOf(files, JSON.stringify(server));
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

/**
 * server.ts and everything it imports from app/ become build/server/main.js; packages stay in node_modules/. Only date-fns
 * comes along: Node reads its 200 KB of package.json anew for each of its files, and that was half the time of a start.
 */
const server = {
  entryPoints: ["server.ts"],
  outfile: "build/server/main.js",
  bundle: true,
  packages: "external",
  alias: {
    "date-fns": "./node_modules/date-fns/index.js",
    "@date-fns/tz": "./node_modules/@date-fns/tz/index.js",
  },
  platform: "node",
  format: "esm",
  target: "node22",
  sourcemap: true,
  logLevel: "warning",
};

async function bundleServer() {
  const { build } = await import("esbuild");
  await build(server);
}
