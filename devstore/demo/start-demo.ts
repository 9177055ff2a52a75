import { join } from "node:path";
import { demoShop } from "../demo-shop";
import type { DevstoreSettings, Hooks } from "../devstore-settings";
import { type Devstore, startDevstore } from "../start-devstore";
import { type AppProcess, type AppSettings, startApp } from "./app-process";
import { type DemoFolder, ROOT } from "./demo-folder";
import { type DemoSecrets, readDemoSecrets } from "./demo-secrets";
import { freePort } from "./free-port";
import { type Merchant, readHoldSeconds, setUpSources, signInMerchant } from "./merchant";

/** How a demo is started. */
export interface DemoOptions {
  folder: DemoFolder;
  /** Run the app from its sources, with Vite. */
  dev: boolean;
  /** Hold window of the demo shop, in seconds. */
  holdSeconds: number;
  adminPort: number;
  appPort: number;
}

/** A running demo: app with worker, embedded database, development store; the app is installed and its hooks known. */
export interface RunningDemo {
  settings: DevstoreSettings;
  hooks: Hooks;
  devstore: Devstore;
  app: AppProcess;
  merchant: Merchant;
  /** Stops the app, then the development store. */
  stop(): Promise<void>;
}

/** Another demo that starts at the same moment may find the same ports free; the loser then looks for the next ones. */
const ATTEMPTS = 3;

/** Starts everything in a prepared folder. What was started is stopped again if a later part fails. */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnFreePorts(options);
    } catch (error) {
      if (attempt === ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

/** Our own server says EADDRINUSE, the app's log says it in words. */
function isPortTaken(error: unknown): boolean {
  return error instanceof Error && /EADDRINUSE|something else is listening/.test(error.message);
}

async function startOnFreePorts({ folder, dev, holdSeconds, adminPort, appPort }: DemoOptions): Promise<RunningDemo> {
  const secrets = readDemoSecrets(folder.secretsFile);
  const freeAdminPort = await freePort(adminPort);
  const settings: DevstoreSettings = {
    shop: demoShop,
    apiKey: secrets.apiKey,
    apiSecret: secrets.apiSecret,
    adminUrl: `http://localhost:${freeAdminPort}`,
    // As far from its first choice as the admin's, which is bound at once: demos that start together part there.
    appUrl: `http://localhost:${await freePort(appPort + freeAdminPort - adminPort, [freeAdminPort])}`,
    outboxDir: folder.outboxDir,
    tokenFile: folder.tokenFile,
  };
  const devstore = await startDevstore(settings);
  const stops: (() => Promise<void>)[] = [() => devstore.close()];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    const env = appEnvironment(settings, secrets, { folder, dev, holdSeconds });
    const app = await startApp({ appUrl: settings.appUrl, env, dev, logFile: folder.logFile });
    stops.push(() => app.stop());
    const merchant = signInMerchant(settings);
    const hooks = await setUpSources(merchant, settings, secrets.judgemeToken);
    devstore.desk.open({ hooks, holdSeconds: () => readHoldSeconds(merchant) });
    return { settings, hooks, devstore, app, merchant, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function appEnvironment(
  settings: DevstoreSettings,
  secrets: DemoSecrets,
  { folder, dev, holdSeconds }: Pick<DemoOptions, "folder" | "dev" | "holdSeconds">,
): AppSettings {
  return {
    NODE_ENV: dev ? "development" : "production",
    PORT: new URL(settings.appUrl).port,
    SHOPIFY_API_KEY: secrets.apiKey,
    SHOPIFY_API_SECRET: secrets.apiSecret,
    SHOPIFY_APP_URL: settings.appUrl,
    ENCRYPTION_KEY: secrets.encryptionKey,
    DATA_DIR: folder.databaseDir,
    MAIL_TRANSPORT: "outbox",
    MAIL_FROM: "coupons@laurel.example",
    OUTBOX_DIR: folder.outboxDir,
    HOLD_SECONDS_DEFAULT: String(holdSeconds),
    DEVSTORE_ORIGIN: settings.adminUrl,
    APP_BRIDGE_URL: `${settings.adminUrl}/app-bridge.js`,
    ...(dev ? { TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json") } : {}),
  };
}
