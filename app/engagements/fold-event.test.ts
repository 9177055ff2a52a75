import fc from "fast-check";
import { expect, test } from "vitest";
import type { Engagement } from "~/platform/generated/client";
import type { EngagementEvent } from "./engagement-event";
import { type EngagementWorld, emptyWorld } from "./engagement-world";
import { foldEvent } from "./fold-event";

const START = Date.UTC(2026, 10, 20, 12);
const RECEIVED = new Date(START + 1_000_000);

function event(changes: Partial<EngagementEvent> = {}): EngagementEvent {
  return {
    source: "events",
    subject: "review",
    action: "created",
    externalId: "r1",
    parentExternalId: null,
    sequence: null,
    engagedAt: new Date(START),
    stateAt: new Date(START),
    rating: 5,
    mediaCount: 0,
    verification: "unknown",
    publication: "unknown",
    actor: { email: "ada@example.com", name: "Ada", shopifyCustomerId: null, accountEmail: null },
    product: { id: "7", title: "Teapot" },
    orderName: null,
    acceptsMarketing: null,
    isTest: false,
    isImported: false,
    ...changes,
  };
}

function fold(events: EngagementEvent[]): EngagementWorld {
  const world = emptyWorld(1, "key");
  for (const one of events) foldEvent(world, one, RECEIVED);
  return world;
}

function facts(world: EngagementWorld): Engagement[] {
  return [...world.engagements.values()].filter((engagement) => !engagement.mergedIntoId);
}

/** What must not depend on order: everything but the ids made on the way. */
function essence(world: EngagementWorld) {
  return facts(world)
    .map(
      ({
        kind,
        rating,
        mediaCount,
        attachedMediaCount,
        sharedAt,
        publication,
        verification,
        withdrawnAt,
        engagedAt,
      }) => ({
        ...{ kind, rating, mediaCount, attachedMediaCount, publication, verification, engagedAt: engagedAt.getTime() },
        shared: sharedAt !== null,
        withdrawn: withdrawnAt !== null,
      }),
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const at = (minutes: number) => new Date(START + minutes * 60_000);
const nobody = { email: null, name: null, shopifyCustomerId: null, accountEmail: null };

/** A review's life as a source could tell it: states in order of time, perhaps a deletion, photos and a share. */
const history = fc
  .record({
    states: fc.array(
      fc.record({ mediaCount: fc.nat(3), rating: fc.integer({ min: 1, max: 5 }), anonymous: fc.boolean() }),
      { maxLength: 4 },
    ),
    deleted: fc.boolean(),
    shared: fc.boolean(),
    photos: fc.nat(2),
  })
  .map(({ states, deleted, shared, photos }) => [
    event(),
    ...states.map(({ anonymous, ...state }, index) =>
      event({ ...state, action: "updated", stateAt: at(index + 1), ...(anonymous && { actor: nobody }) }),
    ),
    ...(deleted ? [event({ action: "deleted", stateAt: at(50), actor: nobody })] : []),
    ...(shared ? [event({ subject: "share", externalId: "s1", parentExternalId: "r1", stateAt: at(9) })] : []),
    ...Array.from({ length: photos }, (_, index) =>
      event({ subject: "media", externalId: `m${index}`, parentExternalId: "r1", mediaCount: 1, actor: nobody }),
    ),
  ]);

test("deliveries in any order, and any of them again, lead to the same facts", () => {
  const shuffledAndRepeated = history.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.array(fc.nat(events.length - 1), { maxLength: 5 }).chain((again) =>
        fc.shuffledSubarray([...events, ...again.map((index) => events[index] as EngagementEvent)], {
          minLength: events.length + again.length,
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(shuffledAndRepeated, ([inOrder, shuffled]) => {
      expect(essence(fold(shuffled))).toEqual(essence(fold(inOrder)));
    }),
    { numRuns: 500 },
  );
});

test("the same review from two sources is one fact", () => {
  const world = fold([event(), event({ source: "judgeme", externalId: "99" })]);
  expect(facts(world)).toHaveLength(1);
});

test("a second review of the same product by the same shopper is the same fact, of another product another one", () => {
  const world = fold([
    event(),
    event({ externalId: "r2" }),
    event({ externalId: "r3", product: { id: "8", title: null } }),
  ]);
  expect(facts(world)).toHaveLength(2);
});

test("plus-addresses and upper case are one person", () => {
  const shouting = { ...nobody, email: "ADA+reviews@Example.COM" };
  const world = fold([event(), event({ externalId: "r2", actor: shouting })]);
  expect(facts(world)).toHaveLength(1);
});

test("a review whose shopper becomes known later is still one fact", () => {
  const world = fold([event({ actor: nobody }), event({ action: "updated", stateAt: at(1) })]);
  expect(facts(world)).toHaveLength(1);
  expect(facts(world)[0]).toMatchObject({ factKey: expect.stringMatching(/^review:/), shopperId: expect.any(String) });
});

test("two reviews known by alias only become one fact when both turn out to be the same shopper's", () => {
  const anonymous = [event({ actor: nobody }), event({ actor: nobody, externalId: "r2" })];
  const world = fold([...anonymous, event({ stateAt: at(1) }), event({ externalId: "r2", stateAt: at(1) })]);
  expect(facts(world)).toHaveLength(1);
});

test("a deletion sticks for the same review, and a new review brings the fact back", () => {
  const deleted = fold([
    event(),
    event({ action: "deleted", stateAt: at(1) }),
    event({ action: "updated", stateAt: at(2) }),
  ]);
  expect(facts(deleted)[0]?.withdrawnAt).toEqual(at(1));
  const rewritten = fold([
    event(),
    event({ action: "deleted", stateAt: at(1) }),
    event({ externalId: "r2", stateAt: at(3), engagedAt: at(3) }),
  ]);
  expect(facts(rewritten)[0]).toMatchObject({ withdrawnAt: null, engagedAt: at(3) });
});

test("a second source's copy does not keep a deleted review alive", () => {
  const world = fold([
    event(),
    event({ source: "judgeme", externalId: "99" }),
    event({ action: "deleted", stateAt: at(5) }),
  ]);
  expect(facts(world)[0]?.withdrawnAt).toEqual(at(5));
});

test("a share by someone else than the author stays apart", () => {
  const stranger = { ...nobody, email: "eve@example.com" };
  const world = fold([event(), event({ subject: "share", externalId: "s1", parentExternalId: "r1", actor: stranger })]);
  expect(facts(world).map((fact) => [fact.kind, fact.sharedAt !== null])).toEqual([
    ["review", false],
    ["share", true],
  ]);
});

test("an address typed at checkout that belongs to another shopper stays theirs", () => {
  const order = { subject: "order" as const, product: { id: null, title: null } };
  const customer = { email: "ada@example.com", name: "Eve", shopifyCustomerId: "5", accountEmail: "eve@example.com" };
  const world = fold([event(), event({ ...order, externalId: "100", actor: customer })]);
  const [review, paid] = facts(world);
  expect(paid?.shopperId).not.toBe(review?.shopperId);
  expect(paid?.recipientId).toBe(review?.recipientId);
});

test("whatever addresses and ids come, an engagement belongs to at most one shopper and each identity to one", () => {
  const email = fc.constantFrom("ada@example.com", "Ada+1@example.com", "eve@example.com", "no address", null);
  const actor = fc.record({
    email,
    name: fc.constant(null),
    shopifyCustomerId: fc.constantFrom("1", "2", null),
    accountEmail: email,
  });
  const events = fc.array(fc.record({ actor, externalId: fc.constantFrom("a", "b", "c") }), { maxLength: 12 });
  fc.assert(
    fc.property(events, (changes) => {
      const world = fold(changes.map((change) => event(change)));
      const keys = facts(world).map((fact) => fact.factKey);
      expect(new Set(keys).size).toBe(keys.length);
      for (const fact of facts(world)) expect(fact.shopperId === null).toBe(fact.factKey.startsWith("alias:"));
    }),
  );
});
