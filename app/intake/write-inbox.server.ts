import type { DirectSql, Statement } from "~/platform/direct-sql.server";
import { reachPoint } from "~/platform/reach-point";
import type { InboxEntry } from "./inbox-entry";

/** What became of an entry, in the order the entries were given. */
export type WrittenEntry = "accepted" | "duplicate" | "unknown_shop";

interface Group {
  entry: InboxEntry;
  /** Places of this same delivery in the batch. */
  places: number[];
}

/** A delivery that stands in the inbox now: the place of its group, and whether this statement put it there. */
interface WrittenRow {
  n: number;
  is_new: boolean;
}

/**
 * Writes a batch to the inbox in one statement, which commits by itself. A delivery that is there already is counted as a
 * repeat. Nothing is stored for a shop that is not there or has uninstalled Laurel, except the uninstall itself.
 * Throws when nothing was stored, or when the database went away before it could say so.
 */
export async function writeInbox(direct: DirectSql, entries: InboxEntry[], now: Date): Promise<WrittenEntry[]> {
  const groups = groupDeliveries(entries);
  const bodies = Buffer.concat(groups.map(({ entry }) => entry.body));
  reachPoint("delivery-received");
  const rows = await direct.run<WrittenRow>(WRITE_INBOX, [JSON.stringify(describeGroups(groups)), now, bodies]);
  reachPoint("delivery-committed");
  const result = entries.map((): WrittenEntry => "unknown_shop");
  for (const { n, is_new } of rows) {
    groups[n]?.places.forEach((place, repeat) => {
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
 * Takes the groups ($1), the time ($2) and all bodies as one value ($3), of which each row gets its slice: an array of bytes
 * would travel as hexadecimal text. `xmax = 0` holds for a row this statement inserted, not for one it updated. `heard` notes
 * when a source was last heard of, to the minute; a row another batch has in hand is left to it.
 */
const WRITE_INBOX: Statement = {
  name: "write_inbox",
  text: `
    with incoming as (
      select shop.id as shop_id, delivery.*
      from json_to_recordset($1::json) as delivery (
        n int, domain text, source source, topic text, delivery_key text, event_id text, body_start int, body_length int,
        triggered_at timestamptz, received_at timestamptz, repeats int
      )
      join shop on shop.domain = delivery.domain
      where shop.uninstalled_at is null or (delivery.source = 'shopify' and delivery.topic = 'app/uninstalled')
    ), heard as (
      update source_connection set last_received_at = $2
      where (shop_id, source) in (
        select connection.shop_id, connection.source
        from incoming join source_connection connection using (shop_id, source)
        where connection.last_received_at is null
          or connection.last_received_at < $2::timestamptz - interval '1 minute'
        for no key update of connection skip locked
      )
    ), written as (
      insert into inbox_delivery as known
        (shop_id, source, topic, delivery_key, event_id, body, triggered_at, received_at, repeats, next_try_at)
      select shop_id, source, topic, delivery_key, event_id, substr($3::bytea, body_start, body_length),
        triggered_at, received_at, repeats, received_at
      from incoming order by n
      on conflict (shop_id, source, topic, delivery_key) do update set repeats = known.repeats + excluded.repeats + 1
      returning shop_id, source, topic, delivery_key, xmax = 0 as is_new
    )
    select incoming.n, written.is_new from written join incoming using (shop_id, source, topic, delivery_key)`,
};

/** The groups as `json_to_recordset` reads them; where a body begins is counted from 1. */
function describeGroups(groups: Group[]): object[] {
  let start = 1;
  return groups.map(({ entry, places }, n) => {
    const { shopDomain, source, topic, deliveryKey, eventId, body, triggeredAt, receivedAt } = entry;
    const described = {
      n,
      domain: shopDomain,
      source,
      topic,
      delivery_key: deliveryKey,
      event_id: eventId,
      body_start: start,
      body_length: body.length,
      triggered_at: triggeredAt,
      received_at: receivedAt,
      repeats: places.length - 1,
    };
    start += body.length;
    return described;
  });
}
