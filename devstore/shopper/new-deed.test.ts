import { describe, expect, test } from "vitest";
import { type ReadDelivery, readDelivery } from "~/engagements/read-delivery";
import { demoShop } from "../demo-shop";
import { PRODUCTS } from "./catalogue";
import type { DeedAction, ReviewRequest } from "./deed";
import { viewDeed } from "./deed-view";
import { newOrder, newReview } from "./new-deed";
import { nextWebhook } from "./next-webhook";
import type { Webhook } from "./webhook";

const hook = { url: "http://localhost/hook", secret: "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0" };
const to = { shop: demoShop, hooks: { shopify: hook, judgeme: hook, events: hook } };
const now = new Date("2026-11-22T12:00:00Z");
const shopper = { name: "Ada Lovelace", email: "ada@example.com" };
const draft: ReviewRequest = {
  shopper,
  productId: PRODUCTS[0].id,
  rating: 5,
  text: "Good.",
  hasPhoto: false,
  source: "judgeme",
  delivery: "normal",
};

describe("what is sent out of order is sent newest first", () => {
  test("a cancellation before the payment", () => {
    const { webhooks } = newOrder(to, { shopper, productId: "", codes: "", delivery: "cancelled-first" }, 1001, now);
    expect(webhooks.map(({ headers }) => headers["X-Shopify-Topic"])).toEqual(["orders/cancelled", "orders/paid"]);
  });

  test("a refund before the payment", () => {
    const { webhooks } = newOrder(to, { shopper, productId: "", codes: "", delivery: "refunded-first" }, 1001, now);
    expect(webhooks.map(({ headers }) => headers["X-Shopify-Topic"])).toEqual(["refunds/create", "orders/paid"]);
  });

  test("a photo before the review", () => {
    const bodies = newReview(to, { ...draft, delivery: "photo-first" }, 20, now).webhooks.map(({ body }) =>
      JSON.parse(body),
    );
    expect(bodies.map(({ event, review }) => [event, review.pictures.length])).toEqual([
      ["review/updated", 1],
      ["review/created", 0],
    ]);
    expect(bodies[0].review.updated_at > bodies[1].review.updated_at).toBe(true);
  });

  test("a deletion before the review, by the source that knows deletions", () => {
    const { webhooks } = newReview(to, { ...draft, source: "events", delivery: "deleted-first" }, 20, now);
    const bodies = webhooks.map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ action }) => action)).toEqual(["deleted", "created"]);
    expect(bodies[0].externalId).toBe(bodies[1].externalId);
  });
});

test("a review of Judge.me can be taken down but not deleted, one of the events API deleted", () => {
  const ofJudgeme = newReview(to, draft, 20, now).deed;
  const ofEvents = newReview(to, { ...draft, source: "events" }, 20, now).deed;
  expect(viewDeed(ofJudgeme).actions).toEqual(["photo", "again", "take-down"]);
  expect(viewDeed(ofEvents).actions).toEqual(["photo", "again", "delete"]);
  expect(nextWebhook(to, ofJudgeme, "delete", now)).toBeNull();
});

test("an order with codes is a tenth cheaper, and its refunds give back what was paid and no more; the app reads both", () => {
  const request = { shopper, productId: PRODUCTS[0].id, codes: " Thanks10, ,B-2", delivery: "normal" as const };
  const { deed, webhooks } = newOrder(to, request, 1001, now);
  expect(read(webhooks[0])).toMatchObject({ payment: { codes: ["Thanks10", "B-2"], value: 2160n } });
  const after = (before: typeof deed, action: DeedAction) => {
    const next = nextWebhook(to, before, action, now);
    if (!next) throw new Error(`${action} is not possible`);
    return next;
  };
  const part = after(deed, "refund-part");
  expect(read(part.webhook)).toMatchObject({ outcome: "refund", refund: { amount: 540n } });
  expect(viewDeed(part.deed).what).toBe(
    "Order #1001: Bay Leaf Candle, 21.60 EUR with Thanks10 and B-2, 5.40 EUR refunded",
  );
  const rest = after(part.deed, "refund-rest");
  expect(read(rest.webhook)).toMatchObject({ outcome: "refund", refund: { amount: 1620n } });
  expect(viewDeed(rest.deed).actions).toEqual(["again", "cancel"]);
  expect(nextWebhook(to, rest.deed, "refund-part", now)).toBeNull();
});

function read({ headers, body }: Webhook): ReadDelivery {
  const topic = headers["X-Shopify-Topic"] ?? "";
  const times = { triggeredAt: null, receivedAt: now };
  return readDelivery({ source: "shopify", topic, body: Buffer.from(body), shopDomain: demoShop.domain, ...times });
}

test("a photo is added once, and ends the countdown", () => {
  const { deed } = newReview(to, draft, 20, now);
  expect(viewDeed(deed).holdUntil).toBe("2026-11-22T12:00:20.000Z");
  const withPhoto = nextWebhook(to, deed, "photo", now)?.deed;
  expect(withPhoto && viewDeed(withPhoto)).toMatchObject({ holdUntil: null, actions: ["again", "take-down"] });
});

test.each([0, null])("no countdown is shown for a hold window of %s seconds", (holdSeconds) => {
  expect(viewDeed(newReview(to, draft, holdSeconds, now).deed).holdUntil).toBeNull();
});
