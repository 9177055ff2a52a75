import { judgemeBody, type ReviewFacts, reviewEventBody } from "./bodies";
import { isBlocked, limitOf } from "./order-facts";
import { personOf } from "./people";
import type { ShopBook } from "./shop-book";
import type { Outcome } from "./world";

const WEIGHTS = {
  judgeme: 34,
  events: 22,
  photo: 10,
  updated: 6,
  "from-both-sources": 6,
  "same-product-again": 6,
  imported: 4,
  spam: 4,
  "deleted-first": 4,
  "beyond-limit": 4,
};

/** Writes one review, however often it is told of, or a few of one shopper, into the book. */
export function writeReviews(book: ShopBook): void {
  const kind = book.draw.weighted(WEIGHTS);
  const n = book.nextNumber("review");
  const review: ReviewFacts = {
    id: String(300_000_000 + n),
    productId: String(9_000_000_000 + (n % 50)),
    person: personOf(n),
    at: book.hoursAgo(2),
    updatedAt: book.hoursAgo(2),
  };
  if (kind === "beyond-limit") writeBeyondLimit(book, review);
  else writeOne(book, review, kind);
}

function writeOne(book: ShopBook, review: ReviewFacts, kind: PlainKind): void {
  const { aliases, reason } = tell(book, kind, review);
  const coupon = kind === "photo" && hasPhotoCoupon(book) ? "photo" : "review";
  const why = reason ?? (isBlocked(book.shop, review.person.email) ? "blocked" : null);
  const outcome: Outcome = why ? { kind: "none", reason: why } : { kind: "reward", coupon };
  book.expect({ aliases, to: review.person.email, outcome });
}

type PlainKind = Exclude<keyof typeof WEIGHTS, "beyond-limit">;

/** Sends the news of a review; says what it is called, and why it earns nothing, if so. */
function tell(book: ShopBook, kind: PlainKind, review: ReviewFacts): { aliases: string[]; reason?: string } {
  const { domain } = book.shop;
  const later = { ...review, updatedAt: book.hoursAgo(1) };
  const another = { ...later, id: `4${review.id}` };
  const judgeme = (facts: ReviewFacts, event = "review/created") =>
    book.send({ door: "judgeme", body: judgemeBody(facts, event, domain) });
  const events = (facts: ReviewFacts, action: "created" | "updated" | "deleted", after: number | null = null) =>
    book.send({ door: "events", body: reviewEventBody(facts, action), after });
  switch (kind) {
    case "judgeme":
      judgeme(review);
      return { aliases: [judgemeAlias(review)] };
    case "events":
      events(review, "created");
      return { aliases: [eventsAlias(review)] };
    case "photo":
      judgeme({ ...review, hasPhoto: true });
      return { aliases: [judgemeAlias(review)] };
    case "updated":
      events(review, "created");
      events(later, "updated");
      return { aliases: [eventsAlias(review)] };
    case "from-both-sources":
      judgeme(review);
      events(review, "created");
      return { aliases: [judgemeAlias(review), eventsAlias(review)] };
    case "same-product-again":
      judgeme(review);
      judgeme(another);
      return { aliases: [judgemeAlias(review), judgemeAlias(another)] };
    case "imported":
      judgeme({ ...review, isImported: true });
      return { aliases: [judgemeAlias(review)], reason: "imported" };
    case "spam":
      judgeme({ ...review, isSpam: true });
      return { aliases: [judgemeAlias(review)], reason: "rejected" };
    case "deleted-first":
      events(review, "created", events(later, "deleted").id);
      return { aliases: [eventsAlias(review)], reason: "withdrawn" };
  }
}

/** One more review than the coupon's limit allows, each of another product. */
function writeBeyondLimit(book: ShopBook, first: ReviewFacts): void {
  const { person } = first;
  if (isBlocked(book.shop, person.email)) return;
  const limit = limitOf(book.shop.coupons, "review");
  const group = `review limit of ${person.email}`;
  for (let index = 0; index <= limit; index += 1) {
    const productId = String(9_100_000_000 + index);
    const review = {
      ...first,
      productId,
      id: index === 0 ? first.id : String(300_000_000 + book.nextNumber("review")),
    };
    book.send({ door: "judgeme", body: judgemeBody(review, "review/created", book.shop.domain) });
    const outcome: Outcome = { kind: "shared", coupon: "review", group };
    book.expect({ aliases: [judgemeAlias(review)], to: person.email, outcome });
  }
  book.expectGroup({ id: group, coupon: "review", rewards: limit, reason: "limit_reached" });
}

function hasPhotoCoupon(book: ShopBook): boolean {
  return book.shop.coupons.some(({ ref }) => ref === "photo");
}

const judgemeAlias = ({ id }: ReviewFacts) => `judgeme:review:${id}`;
const eventsAlias = ({ id }: ReviewFacts) => `events:review:${id}`;
