import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/** The programs of a run, built from a copy of the sources. */
export interface BuiltApp {
  /** Where they have to be run: migrations are looked up from here. */
  folder: string;
  server: string;
  importer: string;
}

const ARMED = fileURLToPath(new URL("../armed", import.meta.url));

/** As in scripts/setup/build.mjs: a run starts dozens of processes. */
const BUNDLED = {
  "date-fns": "./node_modules/date-fns/index.js",
  "@date-fns/tz": "./node_modules/@date-fns/tz/index.js",
};

/** Pages are not asked for in a run; a build without any saves compiling them. */
const NO_PAGES = `export const entry = {}, routes = {}, future = {}, assets = { routes: {}, entry: { imports: [], module: "" } };
export const publicPath = "/", basename = "/", mode = "production", assetsBuildDirectory = "", isSpaMode = false;
`;

/** Builds server and importer out of the copied sources, as `npm run build` builds the server, but with armed kill points. */
export async function buildApp(folder: string): Promise<BuiltApp> {
  const out = path.join(folder, "build/server");
  mkdirSync(path.join(folder, "build/client/assets"), { recursive: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "index.js"), NO_PAGES);
  cpSync(path.join(ARMED, "import-file.ts"), path.join(folder, "import-file.ts"));
  await build({
    absWorkingDir: folder,
    entryPoints: { main: "server.ts", importer: "import-file.ts" },
    outdir: out,
    bundle: true,
    packages: "external",
    alias: BUNDLED,
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "warning",
    plugins: [armedPoints],
  });
  return { folder, server: path.join(out, "main.js"), importer: path.join(out, "importer.js") };
}

/** Puts the armed `reachPoint` in the place of the one that does nothing. */
const armedPoints: Plugin = {
  name: "armed kill points",
  setup({ onResolve }) {
    onResolve({ filter: /(^|\/)reach-point$/ }, () => ({ path: path.join(ARMED, "reach-point.ts") }));
  },
};
