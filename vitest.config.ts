import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const embedded = "tests/support/global/embedded-template.ts";

// Two workers: as many as the smallest machine this has to run on has cores.
export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    slowTestThreshold: 10_000,
    setupFiles: ["tests/support/fail-on-noise.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,bench,devstore,scripts}/**/*.test.{ts,tsx,mjs}", "tests/chaos/**/*.test.ts"],
          globalSetup: embedded,
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{postgres,e2e,chaos}/**"],
          globalSetup: embedded,
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["tests/postgres/**/*.test.ts"],
          globalSetup: "tests/support/global/postgres-server.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/support/global/built-app.ts",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
