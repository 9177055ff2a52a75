import "@shopify/shopify-app-remix/adapters/node";
import { Session } from "@shopify/shopify-api";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { shopIds } from "./db.server";

/** In memory, with a token for every shop: the template keeps them in the database and reads one for each webhook. */
const sessions = new Map<string, Session>(
  [...shopIds.keys()].map((shop) => {
    const id = `offline_${shop}`;
    return [id, new Session({ id, shop, state: "", isOnline: false, scope: "", accessToken: "token" })];
  }),
);

const shopify = shopifyApp({
  apiKey: "template",
  apiSecretKey: process.env.SHOPIFY_API_SECRET ?? "",
  apiVersion: ApiVersion.October25,
  scopes: ["read_orders"],
  appUrl: "http://127.0.0.1",
  distribution: AppDistribution.AppStore,
  sessionStorage: {
    loadSession: async (id) => sessions.get(id),
    storeSession: async (session) => Boolean(sessions.set(session.id, session)),
    deleteSession: async (id) => sessions.delete(id),
    deleteSessions: async (ids) => ids.every((id) => sessions.delete(id)),
    findSessionsByShop: async (shop) => [...sessions.values()].filter((session) => session.shop === shop),
  },
});

export const { authenticate } = shopify;
