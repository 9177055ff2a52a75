import type { Application } from "~/platform/application";
import type { Shop } from "~/platform/generated/client";
import type { ShopifyApp } from "./create-shopify.server";
import { readShopDetails } from "./operations/read-shop-details.server";

/**
 * Asks Shopify where a shop's merchant reads mail, where that is not known yet: a shop that was installed before Laurel kept it
 * goes on with the token it has, so nothing else would ask. Where Shopify cannot say, the next page asks again.
 */
export async function learnShopEmail(
  {
    app: { db, logger },
    shopify,
  }: { app: Pick<Application, "db" | "logger">; shopify: Pick<ShopifyApp, "adminForShop"> },
  shop: Pick<Shop, "id" | "domain" | "email">,
): Promise<{ outcome: "known" | "learnt" | "unanswered" }> {
  if (shop.email !== null) return { outcome: "known" };
  try {
    const { admin } = await shopify.adminForShop(shop.domain);
    const { email } = await readShopDetails(admin);
    await db.shop.updateMany({ where: { id: shop.id, email: null }, data: { email } });
    return { outcome: "learnt" };
  } catch (error) {
    logger.warn({ shopId: shop.id, err: error }, "the shop's address could not be asked for");
    return { outcome: "unanswered" };
  }
}
