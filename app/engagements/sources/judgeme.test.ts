import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EngagementEvent } from "../engagement-event";
import { parseJudgeme } from "./judgeme";

const recorded = JSON.parse(readFileSync("tests/fixtures/judgeme-review-created.json", "utf8"));
const times = { triggeredAt: null, receivedAt: new Date("2026-11-22T12:00:00Z") };
const SHOP = "test.myshopify.com";

function withReview(fields: object, event = "review/created"): object {
  return { ...recorded, event, review: { ...recorded.review, ...fields } };
}

function eventOf(json: object): EngagementEvent {
  const parsed = parseJudgeme(json, SHOP, times);
  if (parsed.outcome !== "engagement") throw new Error(`not read: ${parsed.reason}`);
  return parsed.event;
}

describe("a Judge.me webhook", () => {
  it("is read from a recorded delivery", () => {
    expect(eventOf(recorded)).toEqual({
      source: "judgeme",
      subject: "review",
      action: "created",
      externalId: "465077653",
      parentExternalId: null,
      sequence: null,
      engagedAt: new Date("2023-10-05T13:35:01Z"),
      stateAt: new Date("2023-10-05T13:35:01Z"),
      rating: 5,
      mediaCount: 0,
      verification: "unknown",
      publication: "published",
      actor: { email: "test@test.com", name: "John Doe", shopifyCustomerId: "5083214609", accountEmail: null },
      product: { id: "8302173290794", title: "The Collection Snowboard: Oxygen" },
      otherNames: [],
      orderName: null,
      acceptsMarketing: true,
      isTest: false,
      isImported: false,
    });
  });

  it.each(["created", "updated", "published", "unpublished"])("knows review/%s", (action) => {
    expect(eventOf(withReview({}, `review/${action}`)).action).toBe(action);
  });

  it("ignores events that are no state of a review", () => {
    expect(parseJudgeme({ ...recorded, event: "review/created_fail" }, SHOP, times)).toEqual({
      outcome: "ignored",
      reason: "topic_not_used",
    });
    expect(parseJudgeme({ ...recorded, event: "constructor" }, SHOP, times).outcome).toBe("ignored");
  });

  it("is unreadable when it names another shop, and not when it names the shop's own domain", () => {
    expect(parseJudgeme(recorded, "other.myshopify.com", times)).toEqual({
      outcome: "unreadable",
      reason: "other_shop",
    });
    expect(parseJudgeme({ ...recorded, shop_domain: "snow.example" }, SHOP, times).outcome).toBe("engagement");
    expect(parseJudgeme({ ...recorded, shop_domain: " TEST.myshopify.com" }, SHOP, times).outcome).toBe("engagement");
  });

  it("reads product 0, null or none as a review of the store", () => {
    for (const id of [0, "0", null, "", undefined])
      expect(eventOf(withReview({ product_external_id: id })).product.id).toBeNull();
  });

  it("counts pictures that are not hidden, and a video", () => {
    const pictures = [{ hidden: false }, { hidden: true }, {}, { hidden: "true" }, "odd"];
    expect(eventOf(withReview({ pictures })).mediaCount).toBe(2);
    expect(eventOf(withReview({ pictures, has_published_videos: true })).mediaCount).toBe(3);
    expect(eventOf(withReview({ pictures: null, has_published_pictures: "true" })).mediaCount).toBe(1);
  });

  it.each([
    ["buyer", "buyer"],
    ["confirmed-buyer", "buyer"],
    ["verified-purchase", "buyer"],
    ["semi-verified-purchase", "buyer"],
    ["admin", "buyer"],
    ["customer-account", "reviewer"],
    ["nothing", "no"],
    ["unconfirmed-buyer", "no"],
    ["not-yet", "unknown"],
    ["something-new", "unknown"],
    [null, "unknown"],
  ])("reads verified %s as %s", (verified, expected) => {
    expect(eventOf(withReview({ verified })).verification).toBe(expected);
  });

  it.each([
    [{ curated: "spam", published: true }, "created", "rejected"],
    [{ hidden: true, published: true }, "published", "rejected"],
    [{ published: true, curated: "ok" }, "unpublished", "rejected"],
    [{ published: false, curated: "ok" }, "created", "pending"],
    [{ published: undefined, curated: "ok" }, "updated", "published"],
    [{ published: undefined, curated: "not-yet" }, "created", "pending"],
    [{ published: undefined, curated: "not-yet" }, "published", "published"],
    [{ published: undefined, curated: "odd" }, "created", "unknown"],
  ])("reads %o on review/%s as %s", (fields, action, expected) => {
    expect(eventOf(withReview(fields, `review/${action}`)).publication).toBe(expected);
  });

  it("tells imported and merchant-written reviews from collected ones", () => {
    for (const source of ["aliexpress", "loox", "imported", "csv-import", "Amazon", "admin"]) {
      expect(eventOf(withReview({ source })).isImported, source).toBe(true);
    }
    for (const source of ["web", "email", "new-rre-flow", "reviews-tab", "user-profile", "shop-app", "mobile", null]) {
      expect(eventOf(withReview({ source })).isImported, String(source)).toBe(false);
    }
  });

  it("reads words and numbers alike, and drops a rating that is none", () => {
    expect(eventOf(withReview({ rating: "4", published: "false", id: "7" }))).toMatchObject({
      rating: 4,
      publication: "pending",
      externalId: "7",
    });
    for (const rating of [0, 6, "", "five", null, [5]]) expect(eventOf(withReview({ rating })).rating).toBeNull();
  });

  it("never throws, whatever stands in the fields", () => {
    const anyReview = fc.dictionary(fc.constantFrom(...Object.keys(recorded.review)), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyReview.map(withReview)), (json) => {
        expect(["engagement", "unreadable", "ignored"]).toContain(parseJudgeme(json, SHOP, times).outcome);
      }),
    );
  });
});
