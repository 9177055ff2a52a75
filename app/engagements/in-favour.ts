import type { Publication, Verification } from "~/platform/generated/client";

/** Most favourable to the shopper first. */
export const VERIFICATIONS: readonly Verification[] = ["buyer", "reviewer", "no", "unknown"];
/** Most favourable to the shopper first. Who says nothing about publication does not reject. */
export const PUBLICATIONS: readonly Publication[] = ["published", "pending", "unknown", "rejected"];
