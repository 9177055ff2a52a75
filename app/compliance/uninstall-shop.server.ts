import type { Transaction } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { endPromises } from "~/rewards/end-promises.server";

/**
 * Takes note that a shop removed the app at `at`: its access tokens go, its promises end, its records stay. An uninstall
 * from before Shopify last granted access is a late delivery and changes nothing.
 */
export async function uninstallShop(
  tx: Transaction,
  input: { shop: Shop; at: Date },
  now: Date,
): Promise<{ outcome: "uninstalled" | "reinstalled_since" }> {
  const { shop, at } = input;
  if (at < shop.grantedAt) return { outcome: "reinstalled_since" };
  await tx.shop.update({ where: { id: shop.id }, data: { uninstalledAt: at } });
  await tx.shopifySession.deleteMany({ where: { shopDomain: shop.domain } });
  await endPromises(tx, { shopId: shop.id, reason: "uninstalled" }, now);
  return { outcome: "uninstalled" };
}
