import { type OrderFacts, orderBody } from "./bodies";
import { BLOCKED_DOMAIN, personOf, REFUSED_DOMAIN, tagged } from "./people";
import type { ShopBook } from "./shop-book";
import type { CouponPlan, Outcome, ShopPlan } from "./world";

const WEIGHTS = {
  plain: 70,
  test: 3,
  "too-old": 3,
  "before-coupon": 3,
  "no-address": 2,
  "blocked-domain": 3,
  refused: 2,
  "no-consent": 3,
  "cancelled-first": 4,
  "cancelled-sometime": 2,
  "beyond-limit": 5,
};

/** Writes one order, or a few of one shopper, into the book. */
export function writeOrders(book: ShopBook): void {
  const kind = book.draw.weighted(WEIGHTS);
  const n = book.nextNumber("order");
  const order: OrderFacts = {
    id: String(5_000_000_000 + n),
    person: personOf(n),
    email: personOf(n).email,
    at: book.hoursAgo(1),
    updatedAt: book.hoursAgo(1),
  };
  if (kind === "beyond-limit") writeBeyondLimit(book, order);
  else if (kind === "cancelled-first" || kind === "cancelled-sometime") writeCancelled(book, order, kind);
  else writeOne(book, order, kind, n);
}

function writeOne(book: ShopBook, order: OrderFacts, kind: PlainKind, n: number): void {
  const variant = variantOf(book, kind, n);
  const told = { ...order, ...variant.changes };
  book.send({ door: "shopify", topic: "orders/paid", body: orderBody(told) });
  book.expect({ aliases: [aliasOf(told)], to: told.email, outcome: outcomeOf(book, kind, told, variant) });
}

type PlainKind = Exclude<keyof typeof WEIGHTS, "beyond-limit" | "cancelled-first" | "cancelled-sometime">;

interface Variant {
  changes?: Partial<OrderFacts>;
  /** Why it earns nothing, whoever ordered. */
  bar?: string;
  /** Why it earns nothing unless the block list says so first. */
  obstacle?: string;
}

function variantOf({ shop, hoursAgo }: ShopBook, kind: PlainKind, n: number): Variant {
  const days = (count: number) => ({ at: hoursAgo(24 * count), updatedAt: hoursAgo(24 * count) });
  const somebodyAt = (domain: typeof BLOCKED_DOMAIN | typeof REFUSED_DOMAIN) => {
    const person = personOf(n, domain);
    return { person, email: person.email };
  };
  switch (kind) {
    case "plain":
      return {};
    case "test":
      return { changes: { test: true }, bar: "test" };
    case "too-old":
      return { changes: days(20), obstacle: "too_old" };
    case "before-coupon":
      return { changes: days(6), obstacle: "before_coupon" };
    case "no-address":
      return { changes: { email: null }, obstacle: "no_email" };
    case "blocked-domain":
      return { changes: somebodyAt(BLOCKED_DOMAIN) };
    case "refused":
      return { changes: somebodyAt(REFUSED_DOMAIN) };
    case "no-consent":
      return { changes: { consents: false }, ...(shop.wantsConsent && { obstacle: "no_marketing_consent" }) };
  }
}

function outcomeOf(book: ShopBook, kind: PlainKind, { email }: OrderFacts, { bar, obstacle }: Variant): Outcome {
  const reason = bar ?? (isBlocked(book.shop, email) ? "blocked" : obstacle);
  if (reason) return { kind: "none", reason };
  return { kind: kind === "refused" ? "refused" : "reward", coupon: "order" };
}

/** Cancelled before it is told of as paid, or told of both in any order. */
function writeCancelled(book: ShopBook, order: OrderFacts, kind: "cancelled-first" | "cancelled-sometime"): void {
  const later = { ...order, updatedAt: book.hoursAgo(0.5), cancelled: true };
  const cancelled = book.send({ door: "shopify", topic: "orders/cancelled", body: orderBody(later) });
  const after = kind === "cancelled-first" ? cancelled.id : null;
  book.send({ door: "shopify", topic: "orders/paid", body: orderBody(order), after });
  const outcome: Outcome =
    kind === "cancelled-first" || isBlocked(book.shop, order.email)
      ? { kind: "none", reason: "withdrawn" }
      : { kind: "either", coupon: "order", reason: "withdrawn" };
  book.expect({ aliases: [aliasOf(order)], to: order.email, outcome });
}

/** One more order than the coupon's limit allows, by one person under two spellings of one address. */
function writeBeyondLimit(book: ShopBook, first: OrderFacts): void {
  const { person } = first;
  if (isBlocked(book.shop, person.email)) return;
  const limit = limitOf(book.shop.coupons, "order");
  const group = `order limit of ${person.email}`;
  const orders = Array.from({ length: limit + 1 }, (_, index) => {
    const id = index === 0 ? first.id : String(5_000_000_000 + book.nextNumber("order"));
    return { ...first, id, email: index === 1 ? tagged(person.email, "more") : person.email };
  });
  for (const order of orders) {
    book.send({ door: "shopify", topic: "orders/paid", body: orderBody(order) });
    book.expect({ aliases: [aliasOf(order)], to: order.email, outcome: { kind: "shared", coupon: "order", group } });
  }
  book.expectGroup({ id: group, coupon: "order", rewards: limit, reason: "limit_reached" });
}

function aliasOf({ id }: OrderFacts): string {
  return `shopify:order:${id}`;
}

/** Whether the address or its domain is on the shop's block list. */
export function isBlocked({ blocked }: ShopPlan, email: string | null): boolean {
  return email !== null && (blocked.includes(email) || blocked.includes(email.slice(email.indexOf("@") + 1)));
}

/** A coupon's limit per shopper, by the plan. */
export function limitOf(coupons: CouponPlan[], ref: CouponPlan["ref"]): number {
  return coupons.find((coupon) => coupon.ref === ref)?.limitPerShopper ?? 1;
}
