import type { Transaction } from "~/platform/database.server";

/** A reward that was promised (by 1) or whose promise ended (by -1). */
export interface BudgetChange {
  shopId: number;
  couponId: string;
  by: number;
}

/**
 * Counts promises against the coupons' budgets, one conditional update per coupon and in the coupons' order.
 * Throws when a budget would be exceeded: somebody changed it since the decision, which then has to be made again.
 */
export async function changeBudgets(tx: Transaction, changes: BudgetChange[]): Promise<void> {
  const totals = Map.groupBy(changes, ({ shopId, couponId }) => `${couponId} ${shopId}`);
  for (const key of [...totals.keys()].sort()) {
    const group = totals.get(key) ?? [];
    const [first] = group;
    const by = group.reduce((sum, change) => sum + change.by, 0);
    if (!first || by === 0) continue;
    const changed = await tx.$executeRaw`
      update coupon set budget_used = budget_used + ${by}
      where shop_id = ${first.shopId} and id = ${first.couponId}::uuid
      and (${by} < 0 or budget is null or budget_used + ${by} <= budget)`;
    if (changed === 0) throw new Error("the coupon's budget changed while its rewards were decided");
  }
}
