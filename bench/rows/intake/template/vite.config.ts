import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** Built from the root of the repository, whose packages it shares. */
export default defineConfig({
  plugins: [
    remix({
      appDirectory: "bench/rows/intake/template/app",
      buildDirectory: "build/bench-template",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
      },
    }),
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("../../../../app", import.meta.url)) } },
  build: { target: "esnext" },
  publicDir: false,
  logLevel: "error",
});
