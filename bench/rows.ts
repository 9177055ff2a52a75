import type { BenchRow } from "./bench-row";
import { intake } from "./rows/intake";
import { latency } from "./rows/latency";
import { openLoop } from "./rows/open-loop";
import { recovery } from "./rows/recovery";
import { sustained } from "./rows/sustained";

/** Every row, in the order in which they are run and written down. */
export const rows: BenchRow[] = [intake, openLoop, latency, sustained, recovery];
