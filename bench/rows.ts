import type { BenchRow } from "./bench-row";

/** Every row, in the order in which they are run and written down. */
export const rows: BenchRow[] = [];
