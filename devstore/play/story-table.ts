import type { Verdict } from "./check-story";

/** The verdicts as a table of text, one line for each shopper, followed by what went wrong. */
export function storyTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ shopper, did, expected, got, problems }) => [
    shopper,
    did,
    expected,
    got,
    problems.length === 0 ? "right" : "WRONG",
  ]);
  const lines = align([["Shopper", "Did", "Should get", "Got", "Verdict"], ...rows]);
  const rule = "─".repeat(Math.max(...lines.map((line) => line.length)));
  const problems = verdicts.flatMap(({ shopper, problems }) => problems.map((problem) => `  ${shopper}: ${problem}`));
  return [
    lines[0],
    rule,
    ...lines.slice(1),
    ...(problems.length > 0 ? ["", "What went wrong:", ...problems] : []),
  ].join("\n");
}

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
