import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNeutralEvent } from "./check-neutral-event";
import type { EngagementEvent } from "./engagement-event";
import { neutralEvent, neutralEventJsonSchema } from "./neutral-event";
import { parseNeutralEvent } from "./sources/events";

const times = { triggeredAt: new Date("2026-11-22T11:59:00Z"), receivedAt: new Date("2026-11-22T12:00:00Z") };
const review = { version: 1, subject: "review", externalId: "r-1", actor: { email: "jane@example.com" } };

function eventOf(json: object): EngagementEvent {
  const parsed = parseNeutralEvent(json, times);
  if (parsed.outcome !== "engagement") throw new Error(`not read: ${parsed.reason}`);
  return parsed.event;
}

function fieldsAtFault(json: unknown): string[] {
  const checked = checkNeutralEvent(Buffer.from(JSON.stringify(json)));
  return checked.outcome === "invalid" ? checked.errors.map(({ field }) => field) : [];
}

describe("an event of the events API", () => {
  it("needs a version, a subject and an id, and nothing else", () => {
    expect(eventOf({ version: 1, subject: "review", externalId: 5 })).toMatchObject({
      action: "created",
      externalId: "5",
      engagedAt: null,
      stateAt: times.triggeredAt,
      verification: "unknown",
      publication: "unknown",
    });
    expect(fieldsAtFault({})).toEqual(["version", "subject", "externalId"]);
  });

  it("says which fields are at fault", () => {
    const broken = { ...review, occurredAt: "soon", actor: { email: "nobody" }, action: "sneezed", externalId: " " };
    expect(fieldsAtFault(broken).sort()).toEqual(["action", "actor.email", "externalId", "occurredAt"]);
    expect(fieldsAtFault({ ...review, subject: "share" })).toEqual(["parentExternalId"]);
    expect(fieldsAtFault("text")).toEqual([""]);
  });

  it("judges a list by its length before its entries", () => {
    const urls = Array.from({ length: 300_000 }, () => 0);
    const checked = checkNeutralEvent(Buffer.from(JSON.stringify({ ...review, photos: { urls } })));
    expect(checked).toEqual({
      outcome: "invalid",
      errors: [{ field: "photos.urls", message: "must have at most 1000 entries" }],
      more: 0,
    });
    expect(fieldsAtFault({ ...review, photos: { urls: ["https://example.com/p.jpg", 5] } })).toEqual(["photos.urls.1"]);
  });

  it("takes gaps as null and ignores what it does not know", () => {
    const gaps = { actor: null, product: null, order: null, flags: null, photos: null, rating: null, sequence: null };
    expect(eventOf({ ...review, ...gaps, nonsense: { deep: [1] } }).actor.email).toBeNull();
  });

  it("reads unknown words of verified and published as unknown, and words and numbers alike", () => {
    expect(
      eventOf({ ...review, verified: "perhaps", published: "soonish", rating: "5", flags: { test: "true" } }),
    ).toMatchObject({
      verification: "unknown",
      publication: "unknown",
      rating: 5,
      isTest: true,
    });
  });

  it("counts visible media: what is published if that is said, else what there is", () => {
    const photos = { count: 3, publishedCount: 1 };
    expect(eventOf({ ...review, photos, videos: { urls: ["https://example.com/v.mp4"] } }).mediaCount).toBe(2);
  });

  it("keeps ids of different sources apart, and knows an order by its Shopify id", () => {
    expect(eventOf({ ...review, source: "loox" }).externalId).toBe("loox:r-1");
    const order = {
      version: 1,
      subject: "order",
      externalId: "A-7",
      source: "erp",
      order: { shopifyId: "gid://shopify/Order/9" },
    };
    expect(eventOf(order).externalId).toBe("9");
  });

  it("takes the state's time from the body before the headers of a retry", () => {
    const occurredAt = "2026-11-20T00:00:00Z";
    expect(eventOf({ ...review, occurredAt }).stateAt).toEqual(new Date(occurredAt));
    expect(eventOf({ ...review, occurredAt, action: "updated" }).stateAt).toEqual(times.triggeredAt);
    expect(eventOf({ ...review, occurredAt, updatedAt: "2026-11-21T00:00:00Z", action: "updated" }).stateAt).toEqual(
      new Date("2026-11-21T00:00:00Z"),
    );
  });

  it("never throws on any JSON, and what the check accepts is read", () => {
    const keys = Object.keys(neutralEvent.shape);
    const near = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()).map((fields) => ({ ...review, ...fields }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), near), (json) => {
        const checked = checkNeutralEvent(Buffer.from(JSON.stringify(json)));
        expect(parseNeutralEvent(json, times).outcome).toBe(checked.outcome === "valid" ? "engagement" : "unreadable");
      }),
    );
  });
});

describe("the published schema", () => {
  it("requires what the check requires and names every field", () => {
    expect(neutralEventJsonSchema).toMatchObject({ type: "object", required: ["version", "subject", "externalId"] });
    expect(Object.keys(neutralEventJsonSchema.properties ?? {})).toEqual(Object.keys(neutralEvent.shape));
    const urls = { type: "array", items: { type: "string" }, maxItems: 1000 };
    expect(neutralEventJsonSchema).toHaveProperty(["properties", "photos", "anyOf", 0, "properties", "urls"], {
      anyOf: [urls, { type: "null" }],
    });
  });
});
