import fc from "fast-check";
import { expect, test } from "vitest";
import { at, essence, event, facts, fold, foldAtOnce, nobody } from "../../tests/support/folding";
import type { EngagementEvent } from "./engagement-event";

/** A review's life as a source could tell it: states in order of time, perhaps a deletion, photos and a share; and perhaps another one's of the same product under the same address. */
const history = fc
  .record({
    states: fc.array(
      fc.record({ mediaCount: fc.nat(3), rating: fc.integer({ min: 1, max: 5 }), anonymous: fc.boolean() }),
      { maxLength: 4 },
    ),
    deleted: fc.boolean(),
    shared: fc.boolean(),
    photos: fc.nat(2),
    photoGone: fc.boolean(),
    other: fc.option(fc.constantFrom<EngagementEvent["publication"]>("published", "pending", "rejected", "unknown")),
    otherGone: fc.boolean(),
  })
  .map(({ states, deleted, shared, photos, photoGone, other, otherGone }) => [
    event(),
    ...states.map(({ anonymous, ...state }, index) =>
      event({ ...state, action: "updated", stateAt: at(index + 1), ...(anonymous && { actor: nobody }) }),
    ),
    ...(deleted ? [event({ action: "deleted", stateAt: at(50), actor: nobody })] : []),
    ...(shared ? [event({ subject: "share", externalId: "s1", parentExternalId: "r1", stateAt: at(9) })] : []),
    ...Array.from({ length: photos }, (_, index) =>
      event({ subject: "media", externalId: `m${index}`, parentExternalId: "r1", mediaCount: 1, actor: nobody }),
    ),
    ...(photoGone
      ? [event({ subject: "media", externalId: "m0", parentExternalId: "r1", action: "deleted", actor: nobody })]
      : []),
    ...(other ? [event({ externalId: "r2", publication: other, verification: "reviewer", stateAt: at(3) })] : []),
    ...(other && otherGone ? [event({ externalId: "r2", action: "deleted", stateAt: at(4), actor: nobody })] : []),
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
      expect(essence(foldAtOnce(shuffled))).toEqual(essence(fold(inOrder)));
    }),
    { numRuns: 500 },
  );
});

test("a share by someone else than the author stays apart", () => {
  const stranger = { ...nobody, email: "eve@example.com" };
  const world = fold([event(), event({ subject: "share", externalId: "s1", parentExternalId: "r1", actor: stranger })]);
  expect(facts(world).map((fact) => [fact.kind, fact.sharedAt !== null])).toEqual([
    ["review", false],
    ["share", true],
  ]);
});
