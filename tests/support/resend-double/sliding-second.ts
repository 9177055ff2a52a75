/** What one call is told about the limit. */
export interface Allowance {
  allowed: boolean;
  /** Calls that would still be let through right now. */
  remaining: number;
  /** Milliseconds until at least one call is free again. */
  freeInMs: number;
}

/** At most `limit` calls within any one second. A call that is turned away does not count. `now` in milliseconds. */
export function slidingSecond(limit: number): (now: number) => Allowance {
  const calls: number[] = [];
  return (now) => {
    while (calls[0] !== undefined && calls[0] <= now - 1000) calls.shift();
    const allowed = calls.length < limit;
    if (allowed) calls.push(now);
    const freeInMs = calls.length < limit || calls[0] === undefined ? 0 : calls[0] + 1000 - now;
    return { allowed, remaining: limit - calls.length, freeInMs };
  };
}
