import { expect, test } from "vitest";
import { createHalving, shareOfTries } from "./share-calls";

test("rounds of one alternate, odd rounds even out, even rounds are halved", () => {
  const half = createHalving();
  expect([half(1), half(1), half(1)]).toEqual([1, 0, 1]);
  expect([half(5), half(5)]).toEqual([2, 3]);
  expect([half(100), half(0)]).toEqual([50, 0]);
});

test("tries have at most half of a round, and half of the lanes with those that are under way", () => {
  expect(shareOfTries({ half: 3, lanes: 5, underWay: 0 })).toBe(2);
  expect(shareOfTries({ half: 1, lanes: 5, underWay: 1 })).toBe(1);
  expect(shareOfTries({ half: 1, lanes: 5, underWay: 2 })).toBe(0);
  expect(shareOfTries({ half: 2, lanes: 5, underWay: 5 })).toBe(0);
});
