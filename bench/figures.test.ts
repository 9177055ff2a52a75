import { describe, expect, test } from "vitest";
import type { BenchRow, Measured } from "./bench-row";
import { alternate, medians, quantile, ratioTo, verdictOf } from "./figures";

describe("figures", () => {
  test("a quantile lies between its neighbours", () => {
    expect([0, 0.5, 0.9, 1].map((share) => quantile([30, 10, 20], share))).toEqual([10, 20, 28, 30]);
  });

  test("the median is taken of each figure by itself", () => {
    const seen = [
      { "a/s": 1, ms: 9 },
      { "a/s": 3, ms: 7 },
      { "a/s": 2, ms: 8 },
    ];
    expect(medians(seen)).toEqual({ "a/s": 2, ms: 8 });
  });

  test("ways are measured in turn, and none is always the first", async () => {
    const order: string[] = [];
    const way = (name: string) => async () => {
      order.push(name);
      return { n: order.length };
    };
    await alternate({ ours: way("ours"), bare: way("bare") }, 2);
    expect(order).toEqual(["ours", "bare", "bare", "ours"]);
  });
});

describe("the verdict", () => {
  const goal = (least: number) => ({ words: "", isMet: ({ ours }: Measured) => (ours.n ?? 0) >= least });
  const row = { floor: goal(5), aim: goal(10) } as BenchRow;
  const measured = (n: number): Measured => ({ variant: "", ours: { n }, references: { bare: { n: 20 } } });

  test.each([
    [4, "floor missed"],
    [5, "floor met"],
    [10, "aim met"],
  ])("%s of a floor of 5 and an aim of 10: %s", (n, verdict) => {
    expect(verdictOf(row, measured(n))).toBe(verdict);
  });

  test("without a floor and an aim figures are written down", () => {
    expect(verdictOf({ ...row, floor: null, aim: null }, measured(1))).toBe("written down");
  });

  test("a figure that a reference does not have reaches no goal", () => {
    expect(ratioTo(measured(4), "bare", "n")).toBe(0.2);
    expect(ratioTo({ ...measured(4), references: { bare: {} } }, "bare", "n") >= 0).toBe(false);
  });
});
