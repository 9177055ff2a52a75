import { addMilliseconds } from "date-fns";
import type { Database } from "../database.server";
import type { MailTransport } from "./mail-transport";

/** Longest wait for a call worth reserving, in milliseconds. Beyond it the caller comes back later. */
const HORIZON_MS = 2_000;
/** Calls are spaced 5 % wider than the limit says: they do not arrive exactly as evenly as they leave. */
const SPACING_MS = 1_050;

/** Leave to make one call, not before `at`. `paused`: the provider wants no call for longer than is worth waiting. */
export type ReservedCall = { outcome: "granted"; at: Date } | { outcome: "paused" };

/**
 * Takes the next free moment to call a provider with a limit, over all processes. `callsPerSecond` holds until the provider's
 * own word is known. A transport without a limit may be called at once.
 */
export async function reserveCall(
  db: Database,
  { name, callsPerSecond }: Pick<MailTransport, "name" | "callsPerSecond">,
  now: Date,
): Promise<ReservedCall> {
  if (callsPerSecond === null) return { outcome: "granted", at: now };
  const horizon = addMilliseconds(now, HORIZON_MS);
  const [taken] = await db.$queryRaw<{ at: Date }[]>`
    insert into mail_pace as pace (transport, calls_per_second, next_call_at)
    values (${name}, ${callsPerSecond}, ${now}::timestamptz + ${SPACING_MS}::float8 / ${callsPerSecond}::float8 * interval '1 ms')
    on conflict (transport) do update
    set next_call_at = greatest(pace.next_call_at, ${now}) + ${SPACING_MS}::float8 / pace.calls_per_second * interval '1 ms'
    where pace.next_call_at <= ${horizon}
    returning next_call_at - ${SPACING_MS}::float8 / pace.calls_per_second * interval '1 ms' as at`;
  return taken ? { outcome: "granted", at: taken.at } : { outcome: "paused" };
}
