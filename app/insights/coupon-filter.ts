import { OFFERED_TRIGGERS, triggerLabel } from "~/coupons/trigger-labels";
import type { ShopIntl } from "~/messages/shop-intl";
import type { CodeType, CouponState, Trigger } from "~/platform/generated/client";
import type { ListedCoupon } from "./list-coupons.server";

/** States of coupons that are listed. */
export const LISTED_STATES = ["active", "paused", "draft"] as const satisfies CouponState[];

/** The orders a list of coupons can have; the first one is what it has by itself. */
export const COUPON_SORTS = ["newest", "oldest", "name", "given", "redeemed", "codes-left", "days-left"] as const;
export type CouponSort = (typeof COUPON_SORTS)[number];

/** What the list of coupons is narrowed to and how it is ordered, as it stands in the page's address. */
export interface CouponFilter {
  /** Part of the description, of a static code or of the trigger's name; "": all. */
  text: string;
  state: CouponState | null;
  trigger: Trigger | null;
  codeType: CodeType | null;
  sort: CouponSort;
}

const CODE_TYPES: CodeType[] = ["static", "dynamic"];

/** Reads what an address asks for. What makes no sense narrows nothing. */
export function readCouponFilter(query: URLSearchParams): CouponFilter {
  const pick = <T extends string>(known: readonly T[], name: string): T | null =>
    known.find((one) => one === query.get(name)) ?? null;
  return {
    text: (query.get("q") ?? "").trim(),
    state: pick<CouponState>(LISTED_STATES, "state"),
    trigger: pick<Trigger>(OFFERED_TRIGGERS, "trigger"),
    codeType: pick(CODE_TYPES, "codes"),
    sort: pick(COUPON_SORTS, "sort") ?? "newest",
  };
}

/** The coupons that fit, in the order asked for; triggers have the names that `intl` says. */
export function filterCoupons(intl: ShopIntl, coupons: ListedCoupon[], filter: CouponFilter): ListedCoupon[] {
  const { text, state, trigger, codeType, sort } = filter;
  const fitting = coupons.filter(
    (coupon) =>
      (!state || coupon.state === state) &&
      (!trigger || coupon.trigger === trigger) &&
      (!codeType || coupon.codeType === codeType) &&
      saysText(intl, coupon, text),
  );
  return fitting.sort(ORDERS[sort]);
}

function saysText(intl: ShopIntl, { description, staticCode, trigger }: ListedCoupon, text: string): boolean {
  const said = [description, staticCode ?? "", intl.say(triggerLabel(trigger))].map(plain);
  return said.some((words) => words.includes(plain(text)));
}

/** Without upper case, and with accents written one way. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

type Order = (one: ListedCoupon, other: ListedCoupon) => number;

const newest: Order = (one, other) => other.createdAt.getTime() - one.createdAt.getTime();
/** Coupons without the figure come last. */
const leastFirst =
  (figure: (coupon: ListedCoupon) => number | null): Order =>
  (one, other) =>
    (figure(one) ?? Number.POSITIVE_INFINITY) - (figure(other) ?? Number.POSITIVE_INFINITY) || newest(one, other);

const ORDERS: Record<CouponSort, Order> = {
  newest,
  oldest: (one, other) => -newest(one, other),
  name: (one, other) => one.description.localeCompare(other.description, "en") || newest(one, other),
  given: leastFirst(({ given }) => -given),
  redeemed: leastFirst(({ redeemed }) => -redeemed),
  "codes-left": leastFirst(({ codesLeft }) => codesLeft),
  "days-left": leastFirst(({ daysLeft }) => daysLeft),
};
