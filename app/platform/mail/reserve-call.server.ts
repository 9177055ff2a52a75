import { addMilliseconds } from "date-fns";
import type { Database } from "../database.server";
import type { MailTransport } from "./mail-transport";

/** Longest wait for a turn that is worth taking mails for, in milliseconds. Beyond it the caller comes back later. */
const HORIZON_MS = 2_000;
/** Calls are spaced 8 % wider than the limit says: they do not arrive exactly as evenly as they leave. */
const SPACING_MS = 1_080;

/** The part of a transport that its pace depends on. */
type Paced = Pick<MailTransport, "name" | "callsPerSecond">;

/** Whether a turn to call is near. Asked before mails are taken, so that none is taken while the provider wants no call. */
export async function isCallNear(db: Database, { name, callsPerSecond }: Paced, now: Date): Promise<boolean> {
  if (callsPerSecond === null) return true;
  const pace = await db.mailPace.findUnique({ where: { transport: name } });
  return !pace || pace.nextCallAt <= addMilliseconds(now, HORIZON_MS);
}

/**
 * Takes the next free moment to call a provider with a limit, over all processes, and returns it. `callsPerSecond` holds
 * until the provider's own word is known. A transport without a limit may be called at once.
 */
export async function reserveCall(db: Database, { name, callsPerSecond }: Paced, now: Date): Promise<Date> {
  if (callsPerSecond === null) return now;
  const [turn] = await db.$queryRaw<{ at: Date }[]>`
    insert into mail_pace as pace (transport, calls_per_second, next_call_at)
    values (${name}, ${callsPerSecond}, ${now}::timestamptz + ${SPACING_MS}::float8 / ${callsPerSecond}::float8 * interval '1 ms')
    on conflict (transport) do update
    set next_call_at = greatest(pace.next_call_at, ${now}) + ${SPACING_MS}::float8 / pace.calls_per_second * interval '1 ms'
    returning next_call_at - ${SPACING_MS}::float8 / pace.calls_per_second * interval '1 ms' as at`;
  if (!turn) throw new Error("a turn to call is always given");
  return turn.at;
}
