import type { Application } from "~/platform/application";
import type { Shop } from "~/platform/generated/client";
import type { ShopifyApp } from "./create-shopify.server";
import { readShopDetails } from "./operations/read-shop-details.server";

/**
 * Asks Shopify where a shop's merchant reads mail and which country it is in, where that is not known yet: a shop that was
 * installed before Laurel kept them goes on with the token it has, so nothing else would ask. Where Shopify cannot say, the next
 * page asks again.
 */
export async function learnShopDetails(
  {
    app: { db, logger },
    shopify,
  }: { app: Pick<Application, "db" | "logger">; shopify: Pick<ShopifyApp, "adminForShop"> },
  shop: Pick<Shop, "id" | "domain" | "email" | "country">,
): Promise<{ outcome: "known" | "learnt" | "unanswered" }> {
  if (shop.email !== null && shop.country !== null) return { outcome: "known" };
  try {
    const { admin } = await shopify.adminForShop(shop.domain);
    const { email, country } = await readShopDetails(admin);
    await db.shop.update({ where: { id: shop.id }, data: { email: shop.email ?? email, country } });
    return { outcome: "learnt" };
  } catch (error) {
    logger.warn({ shopId: shop.id, err: error }, "the shop's details could not be asked for");
    return { outcome: "unanswered" };
  }
}
