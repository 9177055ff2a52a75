import type { ShopDatabase } from "~/platform/for-shop";
import type { BlockedKind } from "~/platform/generated/client";

/** Takes an entry off the shop's block list; one that is not there is no fault. */
export async function unblockAddress(
  db: ShopDatabase,
  { kind, keyedHash }: { kind: BlockedKind; keyedHash: string },
): Promise<void> {
  await db.blockedAddress.deleteMany({ where: { kind, keyedHash } });
}
