import express, { Router } from "express";
import type { DevstoreSettings } from "../devstore-settings";
import { adminAnswers } from "./admin-answers";
import { buildAdminSchema } from "./admin-schema";
import { graphqlEndpoint } from "./graphql-endpoint";
import { tokenEndpoint } from "./token-endpoint";
import { createTokenStore } from "./token-store";

/**
 * The part of the stand-in the app's server talks to instead of `https://<shop>.myshopify.com`.
 * The app names the shop it meant in `X-Devstore-Shop`; any other shop than the demo's does not exist (404).
 */
export function adminApi(settings: DevstoreSettings): Router {
  const tokens = createTokenStore(settings.tokenFile);
  const router = Router();
  router.use("/admin", (request, response, next) => {
    if (request.get("x-devstore-shop") === settings.shop.domain) return next();
    response.status(404).json({ errors: "Not Found" });
  });
  router.use("/admin", express.json({ limit: "1mb" }));
  router.post("/admin/oauth/access_token", tokenEndpoint(settings, tokens));
  router.post(
    "/admin/api/:version/graphql.json",
    graphqlEndpoint(buildAdminSchema(adminAnswers(settings.shop)), tokens),
  );
  return router;
}
