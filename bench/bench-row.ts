import type { OpenDatabase } from "~/platform/database.server";

/** What one measurement gave, by name with its unit: `{ "deliveries/s": 9214, "p99 ms": 12.4, errors: 0 }`. */
export type Figures<F extends string = string> = Record<F, number>;

/** One variant of a row as it was measured: ours beside its references, all of the same invocation. */
export interface Measured<F extends string = string, R extends string = string> {
  /** What tells it from the row's other variants, e.g. "1 shop" and "1,000 shops". */
  variant: string;
  ours: Figures<F>;
  /** By the reference's name. A figure that makes no sense for a reference is left out. */
  references: Record<R, Partial<Figures<F>>>;
  /** What a reader of the table has to know about this variant. */
  note?: string;
}

/** A line to reach: what it says, and whether a measurement reaches it. `ratioTo` of bench/figures.ts compares with a reference. */
export interface Goal<F extends string = string, R extends string = string> {
  words: string;
  isMet(measured: Measured<F, R>): boolean;
}

/** One row of the benchmarks: a file in bench/rows/, listed in bench/rows.ts. */
export interface BenchRow<F extends string = string, R extends string = string> {
  /** What is typed to run it alone: `npm run bench -- <name>`. */
  name: string;
  /** What is measured and how, in a sentence or two: rounds, shops, sizes, and what the references are. */
  measures: string;
  /** The figure by which ours is divided by each reference's for the table's ratio. */
  compared: F;
  /** Both null: the figures are written down, no line is drawn. */
  floor: Goal<F, R> | null;
  aim: Goal<F, R> | null;
  /** Returns what was measured, variant by variant. Throws only when nothing could be measured. */
  run(context: BenchContext): Promise<Measured<F, R>[]>;
}

/** What a row is given. Medians, and rounds that alternate with the reference: bench/figures.ts. */
export interface BenchContext {
  /** True with `--large`: sizes for the night. */
  large: boolean;
  /**
   * A fresh database with all migrations applied and no rows, on this run's own PostgreSQL: fsync on, all settings that
   * decide durability and memory as they come. Dropped after the row.
   */
  freshDatabase(): Promise<BenchDatabase>;
  /** This run's PostgreSQL itself: `crash` ends it at once, starts it again and resolves when it has recovered. */
  postgres: { crash(): Promise<void> };
  /** Where a row keeps its files; emptied after the row. */
  folder: string;
  /** Prints a line about how far the row is. */
  say(line: string): void;
}

/** An open database and where it is. */
export interface BenchDatabase extends OpenDatabase {
  url: string;
}

/** How a variant did. */
export type Verdict = "aim met" | "floor met" | "floor missed" | "written down";
