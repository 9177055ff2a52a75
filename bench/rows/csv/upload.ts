import type { ExpectedSplit } from "./codes-file";

/** A file to be uploaded for a coupon, and the pool the references fill (Laurel makes its own). */
export interface Upload {
  shopId: number;
  couponId: string;
  poolId: string;
  path: string;
}

/** How a way says the lines were split; what it cannot say is null. */
export type Split = { [Part in keyof ExpectedSplit]: number | null };
