import type { Database, Transaction } from "~/platform/database.server";
import type { Queue } from "~/platform/queue.server";
import type { InboxEntry } from "./inbox-entry";

/** What became of an entry, in the order the entries were given. */
export type WrittenEntry = "accepted" | "duplicate" | "unknown_shop";

interface Group {
  entry: InboxEntry;
  /** Places of this same delivery in the batch. */
  places: number[];
}

/**
 * Writes a batch to the inbox and wakes the reader, in one transaction. A delivery that is there already is counted as a
 * repeat. Nothing is stored for a shop that is not there or has uninstalled Laurel, except the uninstall itself.
 */
export async function writeInbox(
  db: Database,
  { entries, queue }: { entries: InboxEntry[]; queue: Queue },
  now: Date,
): Promise<WrittenEntry[]> {
  const groups = groupDeliveries(entries);
  const rows = await db.$transaction(async (tx) => {
    const written = await insertEntries(tx, groups);
    if (written.some((row) => row.is_new)) await queue.ring("read-inbox", tx);
    await touchConnections(tx, entries, now);
    return written;
  });
  const result = entries.map((): WrittenEntry => "unknown_shop");
  for (const { n, is_new } of rows) {
    groups[Number(n) - 1]?.places.forEach((place, repeat) => {
      result[place] = is_new && repeat === 0 ? "accepted" : "duplicate";
    });
  }
  return result;
}

/** One group for each delivery, in the order of its key, so that two batches lock rows they share in the same order. */
function groupDeliveries(entries: InboxEntry[]): Group[] {
  const groups = new Map<string, Group>();
  entries.forEach((entry, place) => {
    const key = JSON.stringify([entry.shopDomain, entry.source, entry.topic, entry.deliveryKey]);
    const group = groups.get(key) ?? { entry, places: [] };
    group.places.push(place);
    groups.set(key, group);
  });
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/**
 * `xmax = 0` holds for a row this statement inserted, not for one it updated. Bodies travel as base64: both drivers write
 * arrays of bytes as hexadecimal text, which took six times as long for 5 MB.
 */
function insertEntries(tx: Transaction, groups: Group[]): Promise<{ n: bigint; is_new: boolean }[]> {
  const column = <T>(read: (entry: InboxEntry) => T) => groups.map(({ entry }) => read(entry));
  return tx.$queryRaw`
    with incoming as (
      select shop.id as shop_id, delivery.*
      from unnest(
        ${column((entry) => entry.shopDomain)}::text[],
        ${column((entry) => entry.source)}::source[],
        ${column((entry) => entry.topic)}::text[],
        ${column((entry) => entry.deliveryKey)}::text[],
        ${column((entry) => entry.eventId)}::text[],
        ${column((entry) => Buffer.from(entry.body).toString("base64"))}::text[],
        ${column((entry) => entry.triggeredAt?.toISOString() ?? null)}::timestamptz[],
        ${column((entry) => entry.receivedAt.toISOString())}::timestamptz[],
        ${groups.map(({ places }) => places.length - 1)}::int[]
      ) with ordinality as delivery
        (domain, source, topic, delivery_key, event_id, body, triggered_at, received_at, repeats, n)
      join shop on shop.domain = delivery.domain
      where shop.uninstalled_at is null or (delivery.source = 'shopify' and delivery.topic = 'app/uninstalled')
    ), written as (
      insert into inbox_delivery as known
        (shop_id, source, topic, delivery_key, event_id, body, triggered_at, received_at, repeats, next_try_at)
      select shop_id, source, topic, delivery_key, event_id, decode(body, 'base64'), triggered_at, received_at, repeats, received_at
      from incoming order by n
      on conflict (shop_id, source, topic, delivery_key) do update set repeats = known.repeats + excluded.repeats + 1
      returning shop_id, source, topic, delivery_key, xmax = 0 as is_new
    )
    select incoming.n, written.is_new from written join incoming using (shop_id, source, topic, delivery_key)`;
}

/** Notes when a source was last heard of, to the minute; a row another batch has in hand is left to it. */
async function touchConnections(tx: Transaction, entries: InboxEntry[], now: Date): Promise<void> {
  const heard = entries.filter((entry) => entry.source !== "shopify");
  if (heard.length === 0) return;
  await tx.$executeRaw`
    update source_connection set last_received_at = ${now}
    where (shop_id, source) in (
      select connection.shop_id, connection.source
      from unnest(
        ${heard.map((entry) => entry.shopDomain)}::text[],
        ${heard.map((entry) => entry.source)}::source[]
      ) as heard (domain, source)
      join shop on shop.domain = heard.domain
      join source_connection connection on connection.shop_id = shop.id and connection.source = heard.source
      where connection.last_received_at is null or connection.last_received_at < ${now}::timestamptz - interval '1 minute'
      for no key update of connection skip locked
    )`;
}
