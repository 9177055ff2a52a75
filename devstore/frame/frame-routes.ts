import { Router } from "express";
import { shopHandle } from "../demo-shop";
import type { DevstoreSettings } from "../devstore-settings";
import { mintSessionToken } from "../shopify/session-token";
import type { Asset } from "./build-assets";
import { framePage } from "./frame-page";
import { mailboxPage } from "./mailbox-page";
import type { PageSettings } from "./page-settings";

/** The pages of the admin frame, what they load, and the session tokens App Bridge asks the frame for. */
export function frameRoutes(settings: DevstoreSettings, assets: Map<string, Asset>): Router {
  const { shop, appUrl } = settings;
  const pageSettings: PageSettings = {
    appUrl,
    appName: "Laurel",
    shopName: shop.name,
    shopDomain: shop.domain,
    timeZone: shop.timeZone,
    host: adminHost(settings),
  };
  const policy = `default-src 'self'; img-src 'self' data:; frame-src 'self' ${appUrl}; object-src 'none'; base-uri 'none'`;
  const router = Router();
  router.get("/", (_request, response) => {
    response.set("Content-Security-Policy", policy).type("html").send(framePage(pageSettings));
  });
  router.get("/mailbox", (_request, response) => {
    response.set("Content-Security-Policy", policy).type("html").send(mailboxPage(shop.timeZone));
  });
  router.post("/session-token", async (_request, response) => {
    response.json({ token: await mintSessionToken(settings, new Date()) });
  });
  router.get(["/app-bridge.js", "/assets/:name"], ({ params, path }, response) => {
    const asset = assets.get((params as { name?: string }).name ?? path.slice(1));
    if (!asset) return response.status(404).end();
    return response.set("Cache-Control", "no-cache").type(asset.type).send(Buffer.from(asset.content));
  });
  return router;
}

/** What Shopify passes as `host`: where in its admin the app is embedded, in base64 without padding. */
export function adminHost(settings: Pick<DevstoreSettings, "shop">): string {
  return Buffer.from(`admin.shopify.com/store/${shopHandle(settings.shop)}`)
    .toString("base64")
    .replace(/=+$/, "");
}
