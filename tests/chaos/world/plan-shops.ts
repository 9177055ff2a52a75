import { BLOCKED_DOMAIN, personOf } from "./people";
import type { CouponPlan, CouponRef, ShopPlan } from "./world";

/** Shops with the coupons they have; codes are given them by `planCodes` once it is known how many they need. */
export function planShops(count: number): ShopPlan[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      number,
      domain: `chaos-${number}.myshopify.com`,
      name: shopName(number),
      wantsConsent: number % 3 === 0,
      blocked: blockedIn(number),
      hooks: { judgeme: hook(number, "judgeme"), events: hook(number, "events") },
      coupons: couponsOf(number),
    };
  });
}

/** "Shop 03": what the mail's From says. */
export function shopName(number: number): string {
  return `Shop ${String(number).padStart(2, "0")}`;
}

/** Every shop blocks other persons, who are welcome in the next one. */
function blockedIn(number: number): string[] {
  const persons = Array.from({ length: 200 }, (_, index) => personOf(number + index * 31).email);
  return number % 2 === 0 ? [...persons, BLOCKED_DOMAIN] : persons;
}

function hook(number: number, source: string): { token: string; secret: string } {
  const secret = `${source} secret of shop ${number}`;
  return {
    token: `${source}-token-of-shop-${number}`,
    secret:
      source === "events" ? `whsec_${Buffer.from(secret.padEnd(32)).toString("base64")}` : secret.replaceAll(" ", "-"),
  };
}

function couponsOf(number: number): CouponPlan[] {
  const none = { kind: "pools" as const, pools: [] };
  const plain = (ref: CouponRef, limitPerShopper: number): CouponPlan => {
    return { ref, limitPerShopper, budget: null, codes: none };
  };
  return [
    plain("order", number % 3 === 1 ? 2 : 1),
    plain("review", number % 4 === 0 ? 2 : 1),
    ...(number % 2 === 0 ? [plain("photo", 1)] : []),
    plain("answer", 1),
  ];
}
