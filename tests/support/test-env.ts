import { tmpdir } from "node:os";
import path from "node:path";
import { createCipher } from "~/platform/encryption";
import { type Env, readEnv } from "~/platform/env";

/** Settings of an installation that exists only in tests. */
export const testSettings = {
  NODE_ENV: "test" as const,
  SHOPIFY_API_KEY: "laurel-test-key",
  SHOPIFY_API_SECRET: "laurel-test-secret",
  SHOPIFY_APP_URL: "http://localhost:3000",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  MAIL_TRANSPORT: "outbox",
  MAIL_FROM: "hello@laurel.example",
  OUTBOX_DIR: path.join(tmpdir(), "laurel-test-outbox"),
  LOG_LEVEL: "silent",
};

/** The same, parsed, with changes. Throws when a change makes them invalid. */
export function testEnv(changes: Record<string, string> = {}): Env {
  const read = readEnv({ ...testSettings, ...changes });
  if (read.outcome === "invalid") throw new Error(read.problems.join("\n"));
  return read.env;
}

/** Seals and opens what factories and the code under test store. */
export const testCipher = createCipher(testSettings.ENCRYPTION_KEY);
