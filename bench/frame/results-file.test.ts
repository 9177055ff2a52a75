import { expect, test } from "vitest";
import type { BenchRow, Measured } from "../bench-row";
import { withResults } from "./results-file";

const NAMES = ["intake", "growth"];
const notes = (minute: number) => ({
  machine: "2 × cores",
  at: new Date(Date.UTC(2026, 10, 20, 12, minute)),
  large: false,
});
const goal = (least: number) => ({ words: `≥ ${least}`, isMet: ({ ours }: Measured) => (ours["n/s"] ?? 0) >= least });
const row = (name: string): BenchRow => ({
  name,
  measures: `Measures ${name}.`,
  compared: "n/s",
  floor: goal(1_000),
  aim: goal(2_000),
  run: async () => [],
});
const measured = (n: number, variant = "1 shop"): Measured => ({
  variant,
  ours: { "n/s": n },
  references: { bare: { "n/s": 3_000 } },
});

test("a section has ours beside its reference, the ratio, the goals, the verdict, the machine and the time", () => {
  const text = withResults("", row("intake"), [measured(1_500)], notes(0), NAMES);
  expect(text).toContain("## intake: floor met");
  expect(text).toContain("Measures intake.\n\nFloor: ≥ 1000. Aim: ≥ 2000.");
  expect(text).toContain("| 1 shop: Laurel | 1,500 |  | floor met |\n| 1 shop: bare | 3,000 | 0.50 |  |");
  expect(text).toContain("2026-11-20 12:00 UTC. 2 × cores.");
});

test("a row is headed by the worst of its variants", () => {
  const results = [measured(2_500), measured(500, "1,000 shops")];
  expect(withResults("", row("intake"), results, notes(0), NAMES)).toContain("## intake: floor missed");
});

test("a run replaces its own section, leaves the others, and keeps the order of the rows", () => {
  const one = withResults("", row("growth"), [measured(2_500)], notes(0), NAMES);
  const two = withResults(one, row("intake"), [measured(500)], notes(1), NAMES);
  const three = withResults(two, row("intake"), [measured(1_500)], notes(2), NAMES);
  expect(three.match(/^## .*$/gm)).toEqual(["## intake: floor met", "## growth: aim met"]);
  expect(three).toContain("12:00 UTC");
  expect(three).not.toContain("12:01 UTC");
});

test("a large run stands beside the usual one", () => {
  const one = withResults("", row("growth"), [measured(2_500)], notes(0), NAMES);
  const two = withResults(one, row("growth"), [measured(1_500)], { ...notes(1), large: true }, NAMES);
  expect(two.match(/^## .*$/gm)).toEqual(["## growth: aim met", "## growth --large: floor met"]);
});
