import type { Application } from "~/platform/application";
import type { Transaction } from "~/platform/database.server";
import { randomToken } from "~/platform/secrets";
import type { ShopDetails } from "./operations/read-shop-details.server";

/** Sets up, inside the same transaction, what other modules keep for every shop. */
export type SetUpShop = (tx: Transaction, shopId: number, now: Date) => Promise<void>;

/**
 * Records that a shop has Laurel installed: a new row, or the old one brought up to date. A shop that comes back counts
 * as installed from now on; its settings and its identity key stay.
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
          data: { ...details, ...(before.uninstalledAt && { uninstalledAt: null, installedAt: now }) },
        })
      : await tx.shop.create({
          data: {
            ...details,
            domain,
            identityKey: cipher.encrypt(randomToken()),
            installedAt: now,
            holdSeconds: env.HOLD_SECONDS_DEFAULT,
          },
        });
    await setUp(tx, shop.id, now);
    if (!before) return { outcome: "installed", shopId: shop.id };
    return { outcome: before.uninstalledAt ? "reinstalled" : "renewed", shopId: shop.id };
  });
}
