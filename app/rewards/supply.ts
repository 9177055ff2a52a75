/** Days whose pace tells how long codes will last. */
export const PACE_DAYS = 14;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The moment from which on a pace is measured. */
export function paceSince(now: Date): Date {
  return new Date(now.getTime() - PACE_DAYS * DAY_MS);
}

/**
 * How many whole days the codes left will last at the pace of the last 14 days, or of all the days the coupon has been given where
 * these are fewer. Null while none were given in that time: there is no pace to go by.
 */
export function daysOfSupply(
  { left, givenLately, activeSince }: { left: number; givenLately: number; activeSince: Date | null },
  now: Date,
): number | null {
  if (givenLately === 0) return null;
  const age = activeSince ? (now.getTime() - activeSince.getTime()) / DAY_MS : PACE_DAYS;
  const days = Math.min(PACE_DAYS, Math.max(1, age));
  return Math.floor((left * days) / givenLately);
}
