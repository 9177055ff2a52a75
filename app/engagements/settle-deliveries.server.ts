import type { Transaction } from "~/platform/database.server";
import type { InboxState } from "~/platform/generated/client";
import type { InboxReason } from "./inbox-reason";

/** How one delivery was settled. */
export interface SettledDelivery {
  shopId: number;
  id: bigint;
  state: Extract<InboxState, "read" | "ignored" | "unreadable">;
  reason: InboxReason | null;
  engagementId: string | null;
}

/** Marks deliveries as read, ignored or unreadable, in one statement. */
export async function settleDeliveries(tx: Transaction, settled: SettledDelivery[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await tx.$executeRaw`
    update inbox_delivery d
    set state = s.state::inbox_state, reason = s.reason, engagement_id = s.engagement_id, read_at = ${now}
    from unnest(
      ${settled.map((row) => row.shopId)}::int[], ${settled.map((row) => row.id)}::bigint[],
      ${settled.map((row) => row.state)}::text[], ${settled.map((row) => row.reason)}::text[],
      ${settled.map((row) => row.engagementId)}::uuid[]
    ) as s(shop_id, id, state, reason, engagement_id)
    where d.id = s.id and d.shop_id = s.shop_id`;
}
