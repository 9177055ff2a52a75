import type { Outage } from "./settings";

/** Tells when the double is away. `now` in milliseconds. */
export interface Outages {
  /** Counts mails that were sent; true where an outage begins with them, so that their call gets no answer. */
  begins(sent: number, now: number): boolean;
  isAway(now: number): boolean;
}

/** Each outage comes once, as soon as its number of mails is reached. */
export function outageSchedule(outages: Outage[]): Outages {
  const waiting = [...outages].sort((a, b) => a.afterMails - b.afterMails);
  let total = 0;
  let awayUntil = Number.NEGATIVE_INFINITY;
  return {
    begins(sent, now) {
      total += sent;
      const next = waiting[0];
      if (!next || total < next.afterMails) return false;
      waiting.shift();
      awayUntil = now + next.forMs;
      return true;
    },
    isAway: (now) => now < awayUntil,
  };
}
