import { SHOPIFY_SECRET } from "../delivery/sign-delivery";
import { ENCRYPTION_KEY } from "../install-world";
import type { Profile } from "../profile";
import type { BuiltApp } from "./build-app";
import type { Program } from "./supervise";

/** What the processes of a run share. */
export interface Surroundings {
  app: BuiltApp;
  profile: Profile;
  databaseUrl: string;
  /** Where the mail provider's double listens. */
  mailUrl: string;
  runFolder: string;
}

/** A server process; a worker is the same program with its worker on. Web serves the port, workers any. */
export function serverProgram(around: Surroundings, role: "web" | "worker", name: string, port: number): Program {
  const { app, profile, runFolder } = around;
  return {
    name,
    role,
    file: app.server,
    arguments: [],
    folder: app.folder,
    runFolder,
    env: {
      NODE_COMPILE_CACHE: `${app.folder}/compiled`,
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      PORT: String(port),
      RUN_WORKER: String(role === "worker"),
      DATABASE_URL: around.databaseUrl,
      ENCRYPTION_KEY,
      SHOPIFY_API_KEY: "chaos",
      SHOPIFY_API_SECRET: SHOPIFY_SECRET,
      SHOPIFY_APP_URL: `http://127.0.0.1:${port}`,
      MAIL_FROM: "coupons@laurel.example",
      MAIL_TRANSPORT: profile.transport,
      MAIL_CALL_TIMEOUT_SECONDS: String(profile.callTimeoutSeconds),
      ...(profile.transport === "resend"
        ? {
            RESEND_API_KEY: "re_chaos",
            RESEND_BASE_URL: around.mailUrl,
            RESEND_KEY_LIFETIME_SECONDS: String(profile.keyLifetimeSeconds),
          }
        : { SMTP_URL: around.mailUrl }),
    },
  };
}

/** An upload of a file of codes. */
export function importProgram(
  around: Surroundings,
  upload: { shopId: number; couponId: string; file: string },
): Program {
  const { app, runFolder, databaseUrl } = around;
  return {
    name: `import-${upload.shopId}`,
    role: "importer",
    file: app.importer,
    arguments: [String(upload.shopId), upload.couponId, upload.file],
    folder: app.folder,
    runFolder,
    env: { DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: `${app.folder}/compiled` },
  };
}
