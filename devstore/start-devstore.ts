import { createServer, type Server } from "node:http";
import express, { type NextFunction, type Request, type Response } from "express";
import type { DevstoreSettings } from "./devstore-settings";
import { buildAssets } from "./frame/build-assets";
import { frameRoutes } from "./frame/frame-routes";
import { createLive } from "./live";
import { mailboxRoutes } from "./mailbox/mailbox-routes";
import { watchOutbox } from "./mailbox/watch-outbox";
import { adminApi } from "./shopify/admin-api";
import { createShopperDesk, type ShopperDesk } from "./shopper/shopper-desk";
import { shopperRoutes } from "./shopper/shopper-routes";

/** A running development store. */
export interface Devstore {
  desk: ShopperDesk;
  /** Stops listening and ends every open connection. */
  close(): Promise<void>;
}

/** Starts the stand-in Shopify, the admin frame, the shopper panel and the mailbox at `settings.adminUrl`. */
export async function startDevstore(settings: DevstoreSettings): Promise<Devstore> {
  const live = createLive();
  const desk = createShopperDesk(settings, () => live.changed("shoppers"));
  const site = express().disable("x-powered-by");
  site.use(onlyFromThisMachine);
  site.use(adminApi(settings));
  site.use("/shoppers", shopperRoutes(desk));
  site.use("/mailbox", mailboxRoutes(settings.outboxDir));
  site.get("/live", (request, response) => live.stream(request, response));
  site.use(frameRoutes(settings, await buildAssets()));
  site.use(explain);

  const server = createServer(site);
  await listen(server, Number(new URL(settings.adminUrl).port));
  const stopWatching = watchOutbox(settings.outboxDir, () => live.changed("mailbox"));
  return {
    desk,
    async close() {
      stopWatching();
      live.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** It hands out session tokens, so a page of another site must not reach it under a name of its own (DNS rebinding). */
function onlyFromThisMachine(request: Request, response: Response, next: NextFunction): void {
  const name = (request.get("host") ?? "").replace(/:\d+$/, "");
  if (["localhost", "127.0.0.1", "[::1]"].includes(name)) next();
  else response.status(421).type("text").send("The development store answers on localhost only.");
}

function explain(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`[devstore] ${message}`);
  if (response.headersSent) next(error);
  else response.status(500).json({ error: message });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}
