/** An import that has not stored anything for so long counts as dead: its lease runs out and the sweep abandons it. */
const LEASE_MS = 5 * 60_000;

/** When the lease of an import ends that shows a sign of life at `now`. */
export function importLease(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
