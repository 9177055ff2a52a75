/** A clock that moves only when told to. Pass `clock.now` where a `now` is wanted. */
export interface FixedClock {
  now(): Date;
  /** Moves on by so many seconds and returns the new time. */
  advance(seconds: number): Date;
}

/** When nothing else is said, tests take place at noon (UTC) on this day. */
export const NOON = new Date("2026-11-20T12:00:00.000Z");

/** A clock that stands at `start`. */
export function fixedClock(start: Date = NOON): FixedClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000;
      return new Date(time);
    },
  };
}
