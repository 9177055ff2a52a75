import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { demoFolder, prepareFolder } from "../../../devstore/demo/demo-folder";
import { startDemo } from "../../../devstore/demo/start-demo";
import { signedShopifyWebhook } from "../../support/signed-webhook";

/** A demo of this test file alone. */
export interface TestDemo {
  adminUrl: string;
  mailboxUrl: string;
  /** Sends the app, signed as Shopify signs, whatever body one likes. Resolves with the status it is answered. */
  sendWebhook(topic: string, body: string): Promise<number>;
  /** Stops everything and removes what it wrote. */
  stop(): Promise<void>;
}

/** As long as in the demo itself. */
const HOLD_SECONDS = 20;

/** Starts the demo as `npm run demo` does, in an empty folder of its own and on ports that are free. */
export async function startTestDemo(): Promise<TestDemo> {
  const parent = mkdtempSync(path.join(tmpdir(), "laurel-e2e-"));
  const remove = () => rmSync(parent, { recursive: true, force: true });
  const folder = demoFolder("demo", parent);
  prepareFolder(folder, false);
  try {
    const demo = await startDemo({ folder, dev: false, holdSeconds: HOLD_SECONDS, adminPort: 4500, appPort: 3500 });
    const { adminUrl, apiSecret: secret, shop } = demo.settings;
    const sendWebhook = async (topic: string, body: string) => {
      const signed = signedShopifyWebhook({ topic, body, secret, shop: shop.domain });
      return (await fetch(demo.hooks.shopify.url, { method: "POST", headers: signed.headers, body })).status;
    };
    const stop = () => demo.stop().finally(remove);
    return { adminUrl: `${adminUrl}/`, mailboxUrl: `${adminUrl}/mailbox`, sendWebhook, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
