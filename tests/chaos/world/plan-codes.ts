import { BUDGET_GROUP } from "./answers-and-noise";
import type { Collected } from "./shop-book";
import type { CodePlan, CouponPlan, ShopPlan } from "./world";

/** Every so many lines of an upload repeat an earlier one. */
const REPEAT_EVERY = 7;

/** Finds codes in a mail's text. */
export const CODE_PATTERN = "S\\d\\d-[A-Z]+-[A-Z0-9]+";

/**
 * Gives every coupon its codes, a few more than it can need, and the answer coupons their budget. An upload has at least
 * `importLines` codes; 0: there are no uploads.
 */
export function planCodes(shops: ShopPlan[], { facts, groups }: Collected, importLines: number): void {
  for (const shop of shops) {
    for (const coupon of shop.coupons) {
      const own = facts.filter(({ shop: number, outcome }) => number === shop.number && outcome.kind !== "none");
      const wanting = own.filter(({ outcome }) => "coupon" in outcome && outcome.coupon === coupon.ref).length;
      if (coupon.ref === "answer") coupon.budget = Math.ceil(wanting * 0.6);
      coupon.codes = codesOf(shop, coupon, wanting, importLines);
    }
    const budget = shop.coupons.find(({ ref }) => ref === "answer")?.budget ?? 0;
    groups.push({ id: BUDGET_GROUP, shop: shop.number, coupon: "answer", rewards: budget, reason: "budget_used" });
  }
}

/** Static, pools of which the first is too small alone, or nothing until an upload. */
function codesOf(shop: ShopPlan, { ref }: CouponPlan, wanting: number, importLines: number): CodePlan {
  const prefix = `S${String(shop.number).padStart(2, "0")}-${ref.toUpperCase()}`;
  if (ref === "review" && shop.number % 4 === 3) return { kind: "static", code: `${prefix}-THANKS` };
  const codes = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(from + index).padStart(7, "0")}`);
  if (ref === "order" && shop.number % 4 === 2 && importLines > 0) {
    const imported = codes(Math.max(importLines, wanting + 10), 1);
    const lines = imported.flatMap((code, n) =>
      n % REPEAT_EVERY === 0 && n > 0 ? [code, imported[n - 1] ?? code] : [code],
    );
    return { kind: "import", lines, codes: imported };
  }
  const small = Math.ceil(wanting / 3);
  return { kind: "pools", pools: [codes(small + 1, 1), codes(wanting + 10, small + 2)] };
}
