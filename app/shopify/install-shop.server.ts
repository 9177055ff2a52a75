import type { Application } from "~/platform/application";
import type { Transaction } from "~/platform/database.server";
import { randomToken } from "~/platform/secrets";
import type { ShopDetails } from "./operations/read-shop-details.server";

/** Sets up, inside the same transaction, what other modules keep for every shop. */
export type SetUpShop = (tx: Transaction, shopId: number, now: Date) => Promise<void>;

/**
 * Records that Shopify granted access to a shop, which has Laurel installed then: a new row, or the old one brought up to date. The
 * settings and the identity key of a shop that comes back stay.
 */
export async function installShop(
  { db, cipher, env }: Pick<Application, "db" | "cipher" | "env">,
  { domain, details, setUp }: { domain: string; details: ShopDetails; setUp: SetUpShop },
  now: Date,
): Promise<{ outcome: "installed" | "reinstalled" | "renewed"; shopId: number }> {
  return db.$transaction(async (tx) => {
    const before = await tx.shop.findUnique({ where: { domain } });
    const shop = before
      ? await tx.shop.update({
          where: { domain },
          data: { ...details, uninstalledAt: null, grantedAt: now },
        })
      : await tx.shop.create({
          data: {
            ...details,
            domain,
            identityKey: cipher.encrypt(randomToken()),
            grantedAt: now,
            holdSeconds: env.HOLD_SECONDS_DEFAULT,
          },
        });
    await setUp(tx, shop.id, now);
    if (!before) return { outcome: "installed", shopId: shop.id };
    return { outcome: before.uninstalledAt ? "reinstalled" : "renewed", shopId: shop.id };
  });
}
