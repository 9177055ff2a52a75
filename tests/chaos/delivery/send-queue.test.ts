import { describe, expect, it } from "vitest";
import type { Delivery } from "../world/world";
import { sendQueue } from "./send-queue";

const delivery = (id: number, after: number | null = null): Delivery => ({
  id,
  shop: 1,
  door: "shopify",
  topic: "orders/paid",
  key: `k${id}`,
  body: "{}",
  inbox: { state: "read", reasons: [null] },
  after,
});

describe("the send queue", () => {
  it("holds up what has to come after another until that one was accepted", () => {
    const [first, second, third] = [delivery(1), delivery(2, 1), delivery(3)];
    const queue = sendQueue([second, first, third]);
    expect([queue.next(0), queue.next(0), queue.next(0)]).toEqual([first, third, null]);
    queue.answered(first);
    expect(queue.next(0)).toBe(second);
    queue.answered(third);
    queue.answered(second);
    expect(queue.left()).toBe(0);
  });

  it("sends again what was not accepted, not before its time", () => {
    const one = delivery(1);
    const queue = sendQueue([one]);
    queue.next(0);
    queue.again(one, 100);
    expect([queue.next(99), queue.next(100)]).toEqual([null, one]);
    expect([queue.left(), queue.fresh()]).toEqual([1, 0]);
  });
});
