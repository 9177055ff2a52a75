import { expect, test } from "vitest";
import { at, event, facts, fold, nobody, RECEIVED } from "../../tests/support/folding";
import type { EngagementEvent } from "./engagement-event";
import { type EngagementWorld, emptyWorld } from "./engagement-world";
import { foldEvents } from "./fold-event";

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

test("a review that a second source still shows stands until that source deletes it too", () => {
  const deleted = [
    event(),
    event({ source: "judgeme", externalId: "99" }),
    event({ action: "deleted", stateAt: at(5), actor: nobody }),
  ];
  expect(facts(fold(deleted))[0]?.withdrawnAt).toBeNull();
  const gone = event({ source: "judgeme", externalId: "99", action: "deleted", stateAt: at(6), actor: nobody });
  expect(facts(fold([...deleted, gone]))[0]?.withdrawnAt).toEqual(at(6));
});

test("an order is cancelled, and a test, whichever source says so", () => {
  const order = { subject: "order" as const, externalId: "9", product: { id: null, title: null } };
  const said = [
    event({ ...order, source: "shopify" }),
    event({ ...order, action: "deleted", stateAt: at(1), isTest: true }),
  ];
  for (const events of [said, said.toReversed()]) {
    expect(facts(fold(events))).toMatchObject([{ withdrawnAt: at(1), isTest: true }]);
  }
});

test("a stranger's review under a shopper's address takes nothing away from the shopper's own", () => {
  const own = event({ publication: "published", verification: "buyer", mediaCount: 2 });
  const junk = { externalId: "junk", stateAt: at(1), rating: 1, isTest: true, isImported: true };
  for (const publication of ["rejected", "pending"] as const) {
    const world = fold([own, event({ ...junk, publication, verification: "no" })]);
    const standing = { publication: "published", verification: "buyer", mediaCount: 2, withdrawnAt: null };
    expect(facts(world)).toMatchObject([{ ...standing, isTest: false, isImported: false }]);
  }
  const silent = fold([event(), event({ ...junk, publication: "rejected" })]);
  expect(facts(silent)).toMatchObject([{ publication: "unknown", rating: 5 }]);
});

test("a second review corrects no address, however often it is told, until the first one is gone", () => {
  const variant = { ...nobody, email: "ada+stranger@example.com" };
  const second = event({ externalId: "r2", actor: variant, stateAt: at(1) });
  const told = fold([event(), second, event({ ...second, action: "updated", stateAt: at(2) })]);
  const recipient = (world: EngagementWorld) =>
    [...world.identities.values()].find(({ id }) => id === facts(world)[0]?.recipientId)?.value;
  expect(recipient(told)).toBe("ada@example.com");
  expect(recipient(fold([event(), second, event({ action: "deleted", stateAt: at(3) })]))).toBe(variant.email);
});

test("a review that joins another keeps its own newest state", () => {
  const anonymous = event({ actor: nobody, stateAt: at(5), mediaCount: 1, publication: "published" });
  const late = event({ action: "updated", stateAt: at(3) });
  const world = fold([event({ externalId: "r2" }), anonymous, late]);
  expect(facts(world)).toMatchObject([{ mediaCount: 1, publication: "published" }]);
});

test("photos that are deleted count no more, and the others still do", () => {
  const photos = (externalId: string, changes: Partial<EngagementEvent> = {}) =>
    event({ subject: "media", externalId, parentExternalId: "r1", actor: nobody, mediaCount: 3, ...changes });
  const gone = { action: "deleted" as const, mediaCount: 0, stateAt: at(1) };
  const first = [event(), photos("m1")];
  for (const events of [
    [...first, photos("m1", gone)],
    [photos("m1", gone), photos("m1"), event()],
  ]) {
    expect(facts(fold(events))).toMatchObject([{ kind: "review", attachedMediaCount: 0, mediaSince: null }]);
  }
  const one = fold([...first, photos("m2", { mediaCount: 1 }), photos("m1", gone)]);
  expect(facts(one)).toMatchObject([{ attachedMediaCount: 1 }]);
});

test("all views of a shopper are one fact and one row, and the last one counts", () => {
  const views = Array.from({ length: 50 }, (_, index) =>
    event({ subject: "profile_view", externalId: `v${index}`, stateAt: at(index), engagedAt: at(index / 10) }),
  );
  const world = fold(views);
  expect(world.aliases.size).toBe(1);
  expect(facts(world)).toMatchObject([{ engagedAt: at(4.9), withdrawnAt: null }]);
});

test("thousands of photos that wait for their review are taken in at once", () => {
  const photos = Array.from({ length: 20_000 }, (_, index) =>
    event({ subject: "media", externalId: `m${index}`, parentExternalId: "r1", actor: nobody }),
  );
  const world = emptyWorld(1, "key");
  const arrivals = [...photos, event()].map((one) => ({ event: one, receivedAt: RECEIVED }));
  foldEvents(world, arrivals);
  expect(facts(world)).toMatchObject([{ kind: "review", attachedMediaCount: 20_000 }]);
});
