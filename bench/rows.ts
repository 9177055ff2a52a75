import type { BenchRow } from "./bench-row";
import { intake } from "./rows/intake";
import { openLoop } from "./rows/open-loop";
import { sustained } from "./rows/sustained";

/** Every row, in the order in which they are run and written down. */
export const rows: BenchRow[] = [intake, openLoop, sustained];
