import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { BenchRow, Measured, Verdict } from "../bench-row";
import { verdictOf } from "../figures";
import { asMarkdown, resultTable } from "./result-table";

const FILE = "bench/RESULTS.md";
const PREFACE = `# What was measured

Written by \`npm run bench\`. Each section says on which machine and when; a run of single rows replaces only theirs. Each
figure stands beside its references, measured in the same invocation on the same machine, which also ran PostgreSQL, the
load and the doubles. Between machines and days compare the ratios.
`;
/** Worst first: a section is headed by the worst verdict of its variants. */
const VERDICTS: Verdict[] = ["floor missed", "floor met", "aim met", "written down"];

/** Where and when a run took place. */
export interface RunNotes {
  machine: string;
  at: Date;
  large: boolean;
}

/** Writes what a row gave into bench/RESULTS.md. */
export function writeResults(row: BenchRow, results: Measured[], notes: RunNotes, names: string[]): void {
  writeFileSync(FILE, withResults(existsSync(FILE) ? readFileSync(FILE, "utf8") : "", row, results, notes, names));
}

/** The file's text with this row's section replaced and the others as they are; sections stand in the order of `names`. */
export function withResults(
  text: string,
  row: BenchRow,
  results: Measured[],
  notes: RunNotes,
  names: string[],
): string {
  const sections = readSections(text);
  sections.set(sectionName(row.name, notes.large), sectionOf(row, results, notes));
  const order = names.flatMap((name) => [sectionName(name, false), sectionName(name, true)]);
  const kept = order.flatMap((name) => sections.get(name) ?? []);
  return `${[PREFACE.trimEnd(), ...kept].join("\n\n")}\n`;
}

function sectionName(name: string, large: boolean): string {
  return large ? `${name} --large` : name;
}

function sectionOf(row: BenchRow, results: Measured[], { machine, at, large }: RunNotes): string {
  const goals = [
    ...(row.floor ? [`Floor: ${row.floor.words}.`] : []),
    ...(row.aim ? [`Aim: ${row.aim.words}.`] : []),
  ].join(" ");
  const remarks = results.flatMap(({ variant, note }) => (note ? [`- ${variant}: ${note}`] : []));
  return [
    `## ${sectionName(row.name, large)}: ${worstVerdict(row, results)}`,
    row.measures,
    ...(goals ? [goals] : []),
    asMarkdown(resultTable(row, results)),
    ...(remarks.length > 0 ? [remarks.join("\n")] : []),
    `${at.toISOString().slice(0, 16).replace("T", " ")} UTC. ${machine}.`,
  ].join("\n\n");
}

/** The verdict a row as a whole gets: its worst variant's. */
export function worstVerdict(row: BenchRow, results: Measured[]): Verdict {
  const verdicts = new Set(results.map((measured) => verdictOf(row, measured)));
  return VERDICTS.find((verdict) => verdicts.has(verdict)) ?? "written down";
}

function readSections(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).slice(1);
  return new Map(parts.map((part) => [/^## ([\w -]+?):/.exec(part)?.[1] ?? "", part.trim()]));
}
