import type { LoaderFunctionArgs } from "@remix-run/node";
import { createShopIntl, shopFormat } from "~/messages/shop-intl";
import { forShop } from "~/platform/for-shop";

/**
 * The first line of every loader and action: the signed-in merchant's shop, the database as that shop sees it, and the words
 * and formats it is answered in. Throws the Response that anybody else gets.
 */
export async function requireShop({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { app, shopify } = context;
  const { session } = await shopify.authenticateAdmin(request);
  const shop = await app.db.shop.findUniqueOrThrow({ where: { domain: session.shop } });
  return { shop, db: forShop(app.db, shop.id), app, intl: createShopIntl(shopFormat(shop)) };
}
