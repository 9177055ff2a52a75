import type { BenchRow } from "./bench-row";
import { claim } from "./rows/claim";
import { csv } from "./rows/csv";
import { embedded } from "./rows/embedded";
import { growth } from "./rows/growth";
import { intake } from "./rows/intake";
import { latency } from "./rows/latency";
import { limits } from "./rows/limits";
import { openLoop } from "./rows/open-loop";
import { recovery } from "./rows/recovery";
import { sentCodes } from "./rows/sent-codes";
import { sustained } from "./rows/sustained";

/** Every row, in the order in which they are run and written down. */
export const rows: BenchRow[] = [
  intake,
  openLoop,
  latency,
  sustained,
  limits,
  recovery,
  growth,
  sentCodes,
  claim,
  csv,
  embedded,
];
