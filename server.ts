import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import { createConnections } from "~/engagements/create-connections.server";
import { openIntakeDoor } from "~/intake/intake-door";
import { startWorker } from "~/jobs/start-worker.server";
import type { Application } from "~/platform/application";
import { checkEncryptionKey } from "~/platform/check-encryption-key.server";
import { openDatabase } from "~/platform/database.server";
import { drainServer } from "~/platform/drain-server";
import { createCipher } from "~/platform/encryption";
import { type Env, readEnv } from "~/platform/env";
import { answerFailure, refuseOddRequests } from "~/platform/failed-requests";
import { logRequests } from "~/platform/log-requests";
import { createLogger } from "~/platform/logger";
import { createMailTransport } from "~/platform/mail/create-mail-transport.server";
import { startQueue } from "~/platform/queue.server";
import { createShopify, type ShopifyApp } from "~/shopify/create-shopify.server";

/** How long requests, and work in hand with them, may take once the process was asked to stop, in milliseconds. */
const PATIENCE_MS = 15_000;
const GRACE_MS = 20_000;
/** A file of 100 MB over a line of 30 KB a second takes this long; Node would cut it off after 5 minutes. Each door has its own limits. */
const SLOWEST_REQUEST_MS = 60 * 60 * 1000;
const WRONG_KEY =
  "ENCRYPTION_KEY is not the key this database was written with. Start with the key it was written with.";

await main();

async function main(): Promise<void> {
  const read = readEnv(process.env);
  if (read.outcome === "invalid") {
    console.error(`Laurel cannot start. Settings to mend:\n${read.problems.map((line) => `  ${line}`).join("\n")}`);
    process.exit(1);
  }
  try {
    await start(read.env);
  } catch (error) {
    console.error(`Laurel cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

/** Opens everything once, hands it to the doors, and closes it in the opposite order when asked to stop. */
async function start(env: Env): Promise<void> {
  const logger = createLogger(env);
  const opened = await openDatabase(env);
  const cipher = createCipher(env.ENCRYPTION_KEY);
  if ((await checkEncryptionKey(opened.db, cipher)).outcome === "wrong_key") {
    await opened.close();
    throw new Error(WRONG_KEY);
  }
  const application: Application = {
    env,
    logger,
    db: opened.db,
    direct: opened.direct,
    queue: await startQueue(opened, logger),
    mail: createMailTransport(env),
    cipher,
    now: () => new Date(),
  };
  const shopify = createShopify(application, async (tx, shopId, now) => {
    await createConnections(tx, { shopId, cipher: application.cipher }, now);
  });
  const pages = Promise.withResolvers<Express>();
  const intake = openIntakeDoor(application);
  // The machines' door comes first: it reads bodies raw, and it opens before the pages are loaded, which takes longest.
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS }, (request, response) =>
    intake(request, response, () => void pages.promise.then((web) => web(request, response))),
  );
  await listen(server, env);
  logger.info({ address: server.address() }, "listening");
  const stopWorker = env.RUN_WORKER ? await startWorker(application) : null;

  const stop = async (signal: string) => {
    logger.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    // Together: while a slow answer is waited for, no mail is begun that the end of this process could cut off.
    await Promise.all([drainServer(server, { patienceMs: PATIENCE_MS }), stopWorker?.()]);
    await application.queue.stop();
    await opened.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
  const web = createWeb();
  await mountPages(web, application, shopify, server);
  web.use(answerFailure(logger));
  pages.resolve(web);
}

/** Throws with a sentence for the person at the terminal when the port is taken. */
function listen(server: Server, { HOST, PORT }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`something else is listening on ${HOST}:${PORT} already.`) : error,
      ),
    );
    server.listen(PORT, HOST, resolve);
  });
}

/** What stands before all pages. */
function createWeb(): Express {
  const web = express();
  web.disable("x-powered-by");
  // A proxy on this machine or network ends TLS; from anybody else X-Forwarded-* means nothing.
  web.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
  web.use((_request, response, next) => {
    response.set("X-Content-Type-Options", "nosniff");
    next();
  });
  return web;
}

async function mountPages(
  web: Express,
  application: Application,
  shopify: ShopifyApp,
  server: ReturnType<typeof createServer>,
): Promise<void> {
  const pages = application.env.NODE_ENV === "development" ? await pagesInDevelopment(server) : await builtPages();
  web.use(compression());
  for (const handler of pages.assets) web.use(handler);
  web.use(logRequests(application.logger));
  web.use(refuseOddRequests);
  const getLoadContext = () => ({ app: application, shopify });
  web.all("*", createRequestHandler({ build: pages.build, getLoadContext, mode: application.env.NODE_ENV }));
}

/** The pages as they are delivered: `npm run build` put them beside this file. */
async function builtPages(): Promise<Pages> {
  const client = fileURLToPath(new URL("../client", import.meta.url));
  const build: ServerBuild = await import(new URL("./index.js", import.meta.url).href);
  return {
    build,
    assets: [
      express.static(`${client}/assets`, { immutable: true, maxAge: "1y", fallthrough: true }),
      express.static(client, { maxAge: "1h", index: false }),
    ],
  };
}

/** The pages as they are being written: Vite compiles each as it is asked for and reloads it in the browser. */
async function pagesInDevelopment(server: ReturnType<typeof createServer>): Promise<Pages> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ appType: "custom", server: { middlewareMode: true, hmr: { server } } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return { build, assets: [vite.middlewares] };
}

interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  assets: RequestHandler[];
}
