import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const LOOK_EVERY_MS = 250;

/** What has not come to its end, by table. */
export interface Unfinished {
  deliveries: number;
  rewards: number;
  messages: number;
}

/** How it ended: what was still on its way, and how much had been put off. */
export interface Drained {
  unfinished: Unfinished;
  putOff: number;
}

const UNFINISHED = `
  select (select count(*)::int from inbox_delivery where state = 'waiting') as deliveries,
         (select count(*)::int from reward where state in ('promised', 'waiting_for_code', 'sending')) as rewards,
         (select count(*)::int from message where state = 'waiting') as messages`;

/**
 * What failed while the database was away is put off for up to an hour, as it would be if it were its own fault. The run
 * does not wait that long: for these rows, time is moved on.
 */
const PUT_OFF = `
  with rewards as (
    update reward set send_at = now() where state = 'promised' and send_at > now() + interval '15 seconds' returning 1
  ), deliveries as (
    update inbox_delivery set next_try_at = now()
     where state = 'waiting' and next_try_at > now() + interval '15 seconds' returning 1
  )
  select ((select count(*) from rewards) + (select count(*) from deliveries))::int as moved`;

/** Waits until nothing is on its way any more, or until `deadline` (milliseconds since 1970). */
export async function drain(databaseUrl: string, deadline: number): Promise<Drained> {
  let putOff = 0;
  for (;;) {
    const looked = await look(databaseUrl).catch(() => null);
    putOff += looked?.moved ?? 0;
    const left = looked?.unfinished;
    const isDone = left && left.deliveries + left.rewards + left.messages === 0;
    if (left && (isDone || Date.now() > deadline)) return { unfinished: left, putOff };
    await pause(LOOK_EVERY_MS);
  }
}

async function look(databaseUrl: string): Promise<{ unfinished: Unfinished; moved: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: moved } = await client.query<{ moved: number }>(PUT_OFF);
    const { rows } = await client.query<Unfinished>(UNFINISHED);
    return { unfinished: rows[0] ?? { deliveries: 0, rewards: 0, messages: 0 }, moved: moved[0]?.moved ?? 0 };
  } finally {
    await client.end();
  }
}
