import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const demoSecrets = z.object({
  /** The app's client id and secret at Shopify. */
  apiKey: z.string(),
  apiSecret: z.string(),
  /** What the app seals its secrets with: 32 bytes in base64. */
  encryptionKey: z.string(),
  /** Judge.me's private API token of the demo store. */
  judgemeToken: z.string(),
});

/** Secrets of one demo, made at its first start and the same at every later one. */
export type DemoSecrets = z.infer<typeof demoSecrets>;

/** Reads the secrets of a demo, or makes them. */
export function readDemoSecrets(file: string): DemoSecrets {
  try {
    return demoSecrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const secrets: DemoSecrets = {
    apiKey: randomBytes(16).toString("hex"),
    apiSecret: `shpss_${randomBytes(16).toString("hex")}`,
    encryptionKey: randomBytes(32).toString("base64"),
    judgemeToken: randomBytes(20).toString("hex"),
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
