import type { DemoShop } from "./demo-shop";

/** A hook of the app: where to send, and what to sign with. */
export interface Hook {
  url: string;
  secret: string;
}

/** The app's hooks, one for each source of engagements. */
export interface Hooks {
  shopify: Hook;
  judgeme: Hook;
  events: Hook;
}

/** What the development store is started with. */
export interface DevstoreSettings {
  shop: DemoShop;
  /** The app's client id and client secret, as Shopify and the app share them. */
  apiKey: string;
  apiSecret: string;
  /** Origin of the development store itself: admin frame, stand-in Admin API, mailbox. */
  adminUrl: string;
  /** Origin of the app. */
  appUrl: string;
  /** Folder the app puts its mails into, as .eml files. */
  outboxDir: string;
  /** File that keeps the access tokens the stand-in has given out; null keeps them in memory only. */
  tokenFile: string | null;
}
