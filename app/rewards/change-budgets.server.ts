import type { Transaction } from "~/platform/database.server";

/** A reward that was promised (by 1) or whose promise ended (by -1). */
export interface BudgetChange {
  shopId: number;
  couponId: string;
  by: number;
}

/**
 * Counts promises against the coupons' budgets, in one statement that locks the coupons in their order.
 * Throws when a budget would be exceeded: somebody changed it since the decision, which then has to be made again.
 */
export async function changeBudgets(tx: Transaction, changes: BudgetChange[]): Promise<void> {
  const totals = [...Map.groupBy(changes, ({ couponId }) => couponId).values()].flatMap((group) => {
    const by = group.reduce((sum, change) => sum + change.by, 0);
    return group[0] && by !== 0 ? [{ ...group[0], by }] : [];
  });
  if (totals.length === 0) return;
  const changed = await tx.$executeRaw`
    with total as (
      select c.shop_id, c.id, t.by
      from unnest(
        ${totals.map((total) => total.shopId)}::int[], ${totals.map((total) => total.couponId)}::uuid[],
        ${totals.map((total) => total.by)}::int[]
      ) as t(shop_id, id, by)
      join coupon c on c.shop_id = t.shop_id and c.id = t.id
      order by c.id for no key update of c
    )
    update coupon c set budget_used = c.budget_used + t.by
    from total t
    where c.shop_id = t.shop_id and c.id = t.id and (t.by < 0 or c.budget is null or c.budget_used + t.by <= c.budget)`;
  if (changed < totals.length) throw new Error("a coupon's budget changed while its rewards were decided");
}
