import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";

/**
 * The least that has to happen: bare node:http, one HMAC, and one prepared insert with plain `pg` for whatever queued up
 * while two are in flight; 200 after the commit. Shops are known from the start, nothing is counted, nobody is woken.
 */
interface Delivery {
  headers: IncomingMessage["headers"];
  body: Buffer;
  settle(status: number): void;
}

const FLUSHES_AT_ONCE = 2;
const INSERT = `
  insert into inbox_delivery
    (shop_id, source, topic, delivery_key, event_id, body, triggered_at, received_at, next_try_at)
  select shop_id, 'shopify', topic, delivery_key, event_id, body, triggered_at, now(), now()
  from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])
    as delivery (shop_id, topic, delivery_key, event_id, body, triggered_at)
  on conflict do nothing`;

const { DATABASE_URL = "", SHOPIFY_API_SECRET = "" } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: FLUSHES_AT_ONCE });
const shops = new Map<string, number>();
const waiting: Delivery[] = [];
let flushes = 0;

await main();

async function main(): Promise<void> {
  const known = await pool.query<{ id: number; domain: string }>("select id, domain from shop");
  for (const { id, domain } of known.rows) shops.set(domain, id);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { headers } = request;
      const body = Buffer.concat(chunks);
      const settle = (status: number) => response.writeHead(status, { "Content-Length": 0 }).end();
      if (!isSigned(body, headers["x-shopify-hmac-sha256"])) return settle(401);
      waiting.push({ headers, body, settle });
      startFlushes();
    });
  });
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ msg: "listening", address: server.address() })));
}

function isSigned(body: Buffer, signature: unknown): boolean {
  const right = createHmac("sha256", SHOPIFY_API_SECRET).update(body).digest();
  const given = Buffer.from(String(signature), "base64");
  return given.length === right.length && timingSafeEqual(given, right);
}

function startFlushes(): void {
  while (flushes < FLUSHES_AT_ONCE && waiting.length > 0) {
    flushes += 1;
    void flush(waiting.splice(0)).finally(() => {
      flushes -= 1;
      startFlushes();
    });
  }
}

async function flush(batch: Delivery[]): Promise<void> {
  const header = (name: string) => batch.map(({ headers }) => headers[name] ?? null);
  const values = [
    batch.map(({ headers }) => shops.get(String(headers["x-shopify-shop-domain"]))),
    header("x-shopify-topic"),
    header("x-shopify-webhook-id"),
    header("x-shopify-event-id"),
    batch.map(({ body }) => body),
    header("x-shopify-triggered-at"),
  ];
  const status = await pool.query({ name: "insert", text: INSERT, values }).then(
    () => 200,
    () => 503,
  );
  for (const { settle } of batch) settle(status);
}
