import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const LOOK_EVERY_MS = 250;

/** What has not come to its end, by table. */
export interface Unfinished {
  deliveries: number;
  rewards: number;
  messages: number;
}

const UNFINISHED = `
  select (select count(*)::int from inbox_delivery where state = 'waiting') as deliveries,
         (select count(*)::int from reward where state in ('promised', 'waiting_for_code', 'sending')) as rewards,
         (select count(*)::int from message where state = 'waiting') as messages`;

/** Waits until nothing is on its way any more, or until `deadline`; returns what then still is. */
export async function drain(databaseUrl: string, deadline: number): Promise<Unfinished> {
  for (;;) {
    const left = await unfinished(databaseUrl).catch(() => null);
    const isDone = left !== null && left.deliveries + left.rewards + left.messages === 0;
    if (left && (isDone || Date.now() > deadline)) return left;
    await pause(LOOK_EVERY_MS);
  }
}

async function unfinished(databaseUrl: string): Promise<Unfinished> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Unfinished>(UNFINISHED);
    return rows[0] ?? { deliveries: 0, rewards: 0, messages: 0 };
  } finally {
    await client.end();
  }
}
