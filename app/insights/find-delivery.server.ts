import type { ShopDatabase } from "~/platform/for-shop";
import type { InboxDelivery } from "~/platform/generated/client";
import { isDeliveryId } from "./delivery-id";
import { type MaskedBody, maskBody } from "./mask-body";

/** A delivery as it came in, with its body masked. */
export interface DeliveryRecord
  extends Omit<InboxDelivery, "shopId" | "body" | "deliveryKey" | "eventId" | "nextTryAt"> {
  body: MaskedBody;
  /** Length of the body in bytes. */
  size: number;
}

/** Finds one delivery for inspection; null if the shop has none of this id. */
export async function findDelivery(
  db: ShopDatabase,
  { deliveryId }: { deliveryId: string },
): Promise<DeliveryRecord | null> {
  if (!isDeliveryId(deliveryId)) return null;
  const found = await db.inboxDelivery.findFirst({
    where: { id: BigInt(deliveryId) },
    omit: { shopId: true, deliveryKey: true, eventId: true, nextTryAt: true },
  });
  return found && { ...found, size: found.body.length, body: maskBody(found.body) };
}
