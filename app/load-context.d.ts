import "@remix-run/node";
import type { Application } from "./platform/application";
import type { ShopifyApp } from "./shopify/create-shopify.server";

declare module "@remix-run/node" {
  /** What server.ts hands to every loader and action. */
  interface AppLoadContext {
    app: Application;
    shopify: ShopifyApp;
  }
}
