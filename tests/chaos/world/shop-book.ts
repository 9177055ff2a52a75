import type { Draw } from "./draw";
import type { Delivery, Door, ExpectedFact, ExpectedGroup, ShopPlan } from "./world";

/** One shop's page in the book of what is sent and expected: the kinds of facts write into it. */
export interface ShopBook {
  shop: ShopPlan;
  draw: Draw;
  /** Counts the shop's things of a kind. Their ids and persons are made of it, so that shops have the same ones. */
  nextNumber(of: "order" | "review" | "answer" | "noise"): number;
  send(delivery: Pick<Delivery, "door" | "body"> & Partial<Delivery>): Delivery;
  expect(fact: Omit<ExpectedFact, "shop">): void;
  expectGroup(group: Omit<ExpectedGroup, "shop">): void;
  /** A moment so many hours before the run. */
  hoursAgo(hours: number): Date;
}

/** What the whole book collects. */
export interface Collected {
  deliveries: Delivery[];
  facts: ExpectedFact[];
  groups: ExpectedGroup[];
}

const HOUR_MS = 3_600_000;

/** Opens a page that writes into `collected`. */
export function openShopBook(shop: ShopPlan, draw: Draw, startedAt: Date, collected: Collected): ShopBook {
  const numbers = { order: 0, review: 0, answer: 0, noise: 0 };
  const { deliveries, facts, groups } = collected;
  let sent = 0;
  return {
    shop,
    draw,
    nextNumber: (of) => {
      numbers[of] += 1;
      return numbers[of];
    },
    send: (given) => {
      sent += 1;
      const delivery: Delivery = {
        id: deliveries.length + 1,
        shop: shop.number,
        topic: "",
        key: keyFor(given.door, sent),
        // A state that came late changed nothing; that is no failure.
        inbox: { state: "read", reasons: [null, "older_than_known"] },
        after: null,
        ...given,
      };
      deliveries.push(delivery);
      return delivery;
    },
    expect: (fact) => void facts.push({ shop: shop.number, ...fact }),
    expectGroup: (group) => void groups.push({ shop: shop.number, ...group }),
    hoursAgo: (hours) => new Date(startedAt.getTime() - hours * HOUR_MS),
  };
}

/** The delivery's id as this door's sender makes it, the same in every shop; Judge.me has none. */
export function keyFor(door: Door, number: number): string | null {
  if (door === "judgeme") return null;
  return door === "events" ? `msg_${number}` : `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
