import { uninstallShop } from "~/compliance/uninstall-shop.server";
import { type ReadDelivery, readDelivery } from "~/engagements/read-delivery";
import { recordEngagements } from "~/engagements/record-engagements.server";
import { type SettledDelivery, settleDeliveries } from "~/engagements/settle-deliveries.server";
import type { TakenDeliveries } from "~/engagements/take-deliveries.server";
import type { Transaction } from "~/platform/database.server";
import type { Cipher } from "~/platform/encryption";
import type { InboxDelivery, Shop } from "~/platform/generated/client";
import { reachPoint } from "~/platform/reach-point";
import { orderNews } from "~/rewards/order-news";
import { promiseRewards } from "~/rewards/promise-rewards.server";
import { recordRedemptions } from "~/rewards/record-redemptions.server";

type Read = { delivery: InboxDelivery; shop: Shop; meaning: ReadDelivery };

/**
 * In the caller's transaction: deliveries become engagements, engagements are matched with
 * coupons, rewards are promised, codes that orders used are recorded. Returns the earliest time one of these rewards
 * is due, or null.
 */
export async function readDeliveries(
  tx: Transaction,
  taken: TakenDeliveries,
  cipher: Cipher,
  now: Date,
): Promise<Date | null> {
  const shops = new Map(taken.shops.map((shop) => [shop.id, shop]));
  const reads = taken.deliveries.flatMap((delivery) => {
    const shop = shops.get(delivery.shopId);
    return shop ? [{ delivery, shop, meaning: readDelivery({ ...delivery, shopDomain: shop.domain }) }] : [];
  });
  const { settled, changed, news } = await record(tx, taken.shops, reads, cipher);
  reachPoint("facts-written");
  const due = await promiseRewards(tx, { shops: taken.shops, engagementIds: [...changed.keys()] }, now);
  const refunds = reads.flatMap(({ shop, meaning }) =>
    meaning.outcome === "refund" ? [{ ...meaning.refund, shopId: shop.id }] : [],
  );
  await recordRedemptions(tx, { news, refunds });
  for (const { shop, meaning } of reads) {
    if (meaning.outcome === "uninstalled") await uninstallShop(tx, { shop, at: meaning.at }, now);
  }
  await settleDeliveries(tx, settled, now);
  return due;
}

async function record(tx: Transaction, shops: Shop[], reads: Read[], cipher: Cipher) {
  const engaging = reads.flatMap(({ delivery, meaning }) =>
    meaning.outcome === "engagement" ? [{ ...delivery, event: meaning.event, payment: meaning.payment ?? null }] : [],
  );
  const keys = shops.map((shop) => ({ id: shop.id, identityKey: cipher.decrypt(shop.identityKey) }));
  const { folded, changed } = await recordEngagements(tx, { shops: keys, events: engaging });
  const results = new Map(engaging.map((delivery, index) => [delivery.id, folded[index]]));
  const settled = reads.map(({ delivery, meaning }): SettledDelivery => {
    const { id, shopId } = delivery;
    const result = results.get(id);
    if (result) {
      const reason = result.outcome === "applied" ? null : result.outcome;
      return { id, shopId, state: "read", reason, engagementId: result.engagementId };
    }
    if (meaning.outcome === "ignored" || meaning.outcome === "unreadable") {
      return { id, shopId, state: meaning.outcome, reason: meaning.reason, engagementId: null };
    }
    return { id, shopId, state: "read", reason: null, engagementId: null };
  });
  const news = engaging.flatMap(({ payment }, index) => {
    const fact = changed.get(folded[index]?.engagementId ?? "");
    return (fact && orderNews(fact, payment)) ?? [];
  });
  return { settled, changed, news };
}
