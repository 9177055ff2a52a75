import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/**
 * The least that has to happen to a waiting order: claimed in a batch, one row written for each, a code taken, the mail
 * handed over in one call, the outcome noted. Nothing is recognised again, decided or kept for a retry. Its table is made
 * by `REFERENCE_TABLES`.
 */
const BATCH = 100;

interface Delivery {
  id: string;
  shop_id: number;
  body: Buffer;
}

const CLAIM = `
  update inbox_delivery d set state = 'read' from (
    select id from inbox_delivery where state = 'waiting' order by next_try_at, id limit ${BATCH} for update skip locked
  ) taken where d.id = taken.id returning d.id, d.shop_id, d.body`;
const TAKE_CODES = `
  with wanted as (select * from unnest($1::int[], $2::int[]) as w(shop_id, n)),
  pool as (
    select p.id, p.shop_id, p.next_position as first, w.n from code_pool p join wanted w using (shop_id)
    order by p.id for no key update of p),
  advanced as (
    update code_pool p set next_position = pool.first + pool.n from pool
    where p.id = pool.id and p.shop_id = pool.shop_id returning p.id)
  select pool.shop_id, c.code from pool join code c on c.pool_id = pool.id and c.shop_id = pool.shop_id
  and c.position between pool.first and pool.first + pool.n - 1 where exists (select 1 from advanced)`;
const WRITE = `
  insert into plain_reward (delivery_id, shop_id, email, code)
  select * from unnest($1::bigint[], $2::int[], $3::text[], $4::text[])`;

const { DATABASE_URL = "", RESEND_BASE_URL = "" } = process.env;
const client = new pg.Client({ connectionString: DATABASE_URL });
await client.connect();
const template = await client.query<{ html_template: string }>("select html_template from thank_you_email limit 1");
const html = template.rows[0]?.html_template ?? "";
for (;;) if ((await work()) === 0) await pause(10);

async function work(): Promise<number> {
  await client.query("begin");
  const { rows } = await client.query<Delivery>({ name: "claim", text: CLAIM });
  const codes = rows.length > 0 ? await takeCodes(rows) : [];
  const emails = rows.map(({ body }) => (JSON.parse(body.toString("utf8")) as { email: string }).email);
  const ids = rows.map(({ id }) => id);
  if (rows.length > 0) {
    const values = [ids, rows.map(({ shop_id }) => shop_id), emails, codes];
    await client.query({ name: "write", text: WRITE, values });
  }
  await client.query("commit");
  if (rows.length > 0) await handOver(ids, emails, codes);
  return rows.length;
}

async function takeCodes(deliveries: Delivery[]): Promise<(string | undefined)[]> {
  const byShop = Map.groupBy(deliveries, ({ shop_id }) => shop_id);
  const values = [[...byShop.keys()], [...byShop.values()].map((own) => own.length)];
  const { rows } = await client.query<{ shop_id: number; code: string }>({ name: "codes", text: TAKE_CODES, values });
  const codes = Map.groupBy(rows, ({ shop_id }) => shop_id);
  return deliveries.map(({ shop_id }) => codes.get(shop_id)?.pop()?.code);
}

async function handOver(ids: string[], emails: string[], codes: (string | undefined)[]): Promise<void> {
  const mails = emails.map((to, n) => ({
    from: "hello@laurel.example",
    to,
    subject: "Thank you",
    html: html.replace("{{ coupon.code }}", codes[n] ?? ""),
    text: codes[n],
  }));
  const response = await fetch(`${RESEND_BASE_URL}/emails/batch`, {
    method: "POST",
    headers: {
      authorization: "Bearer re_bench",
      "content-type": "application/json",
      "idempotency-key": String(ids[0]),
    },
    body: JSON.stringify(mails),
  });
  if (!response.ok) throw new Error(`the double answered ${response.status}`);
  await response.arrayBuffer();
  await client.query("update plain_reward set sent = true where delivery_id = any($1::bigint[])", [ids]);
}
