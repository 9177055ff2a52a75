import type { BenchRow, Figures, Measured } from "../bench-row";
import { ratioTo, verdictOf } from "../figures";

/** A table's lines as cells, the heading first. */
export type Table = string[][];

/** One line for ours and one for each reference, variant by variant; "ours is" is ours divided by that reference's. */
export function resultTable(row: BenchRow, results: Measured[]): Table {
  const figures = Object.keys(results[0]?.ours ?? {});
  const heading = ["", ...figures, `ours ÷ it (${row.compared})`, "verdict"];
  return [heading, ...results.flatMap((measured) => linesOf(row, measured, figures))];
}

function linesOf(row: BenchRow, measured: Measured, names: string[]): string[][] {
  const cells = (figures: Partial<Figures>) => names.map((name) => formatFigure(figures[name]));
  const ours = [`${measured.variant}: Laurel`, ...cells(measured.ours), "", verdictOf(row, measured)];
  const references = Object.entries(measured.references).map(([name, figures]) => {
    return [`${measured.variant}: ${name}`, ...cells(figures), formatFigure(ratioTo(measured, name, row.compared)), ""];
  });
  return [ours, ...references];
}

/** Three significant digits, thousands separated; "–" for what was not measured. */
export function formatFigure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "–";
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** In columns, for a terminal. */
export function asText(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return table.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}

/** As Markdown. */
export function asMarkdown([heading = [], ...lines]: Table): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(heading), line(heading.map((_, column) => (column === 0 ? "---" : "---:"))), ...lines.map(line)].join(
    "\n",
  );
}
