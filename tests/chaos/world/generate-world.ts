import { writeAnswer, writeNoise } from "./answers-and-noise";
import { type Draw, drawFrom } from "./draw";
import { writeOrders } from "./order-facts";
import { planCodes } from "./plan-codes";
import { planShops } from "./plan-shops";
import { writeReviews } from "./review-facts";
import { type Collected, keyFor, openShopBook, type ShopBook } from "./shop-book";
import type { Delivery, World } from "./world";

/** What a world is made of. */
export interface WorldPlan {
  seed: number;
  /** Webhooks, not counting what is sent again. */
  events: number;
  shops: number;
  /** When the run began: everything happened before. */
  startedAt: Date;
  /** Fewest codes in an upload. */
  importLines: number;
}

const WRITERS: Record<string, (book: ShopBook) => void> = {
  order: writeOrders,
  review: writeReviews,
  answer: writeAnswer,
  noise: writeNoise,
};
const WEIGHTS = { order: 50, review: 36, answer: 9, noise: 5 };

/** Share of deliveries that are sent twice, and of those that come again under a new delivery id. */
const DUPLICATED = 0.1;
const REPEATED = 0.03;

/** How many others may overtake a delivery; and the share that comes much later than all that happened at its time. */
const MIXED = 300;
const LATE = 0.05;

/** Makes a world: shops, what is sent to them, and what must come of it. The same seed and start make the same world. */
export function generateWorld(plan: WorldPlan): World {
  const draw = drawFrom(plan.seed);
  const shops = planShops(plan.shops);
  const collected: Collected = { deliveries: [], facts: [], groups: [] };
  const books = shops.map((shop) => openShopBook(shop, draw, plan.startedAt, collected));
  while (collected.deliveries.length < plan.events) {
    for (const book of books) WRITERS[draw.weighted(WEIGHTS)]?.(book);
  }
  planCodes(shops, collected, plan.importLines);
  const { facts, groups } = collected;
  return { seed: plan.seed, shops, deliveries: asSent(collected.deliveries, draw), facts, groups };
}

/** What is really sent: 10 % twice, 3 % once more under another delivery id, and nothing in order. */
function asSent(deliveries: Delivery[], draw: Draw): Delivery[] {
  const again = deliveries.flatMap((delivery, index) => {
    if (delivery.inbox.state === "refused") return [];
    const more = draw.chance(DUPLICATED) ? [{ delivery, place: index }] : [];
    if (!draw.chance(REPEATED)) return more;
    const id = deliveries.length + index + 1;
    return [...more, { delivery: { ...delivery, id, ...otherwiseTheSame(delivery, id) }, place: index }];
  });
  return [...deliveries.map((delivery, place) => ({ delivery, place })), ...again]
    .map(({ delivery, place }) => {
      const isLate = draw.chance(LATE);
      return { delivery, place: isLate ? draw.between(place, deliveries.length) : place + draw.between(0, MIXED) };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ delivery }) => delivery);
}

/** Another delivery of the same news. Judge.me has no delivery ids: there the bytes differ. */
function otherwiseTheSame({ door, body }: Delivery, number: number): Pick<Delivery, "key" | "body"> {
  const key = keyFor(door, number);
  return { key, body: key === null ? body.replace('"note":""', `"note":"told again as ${number}"`) : body };
}
