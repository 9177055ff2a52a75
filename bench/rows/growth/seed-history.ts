import type { Database } from "~/platform/database.server";

const KINDS = { shopper: 1, email: 2, customer: 3, engagement: 4, decision: 5, reward: 6, message: 7, batch: 8 };

/** SQL for the id of the n-th row of a kind: ids of one kind rise with n, as ids made from the time do. */
const id = (kind: keyof typeof KINDS, n = "n") =>
  `('0192' || lpad(to_hex(${n}), 8, '0') || '70008000' || lpad('${KINDS[kind]}', 12, '0'))::uuid`;
/** SQL for when it happened: the newest a minute ago, one a second before that. */
const AT = "now() - interval '1 minute' - (size.rows - n) * interval '1 second'";

/** One statement for each table, in the order a coupon travels: everything that `rows` rewarded orders leave behind. */
const TABLES = [
  `insert into inbox_delivery (shop_id, source, topic, delivery_key, body, triggered_at, received_at, next_try_at, state, read_at, engagement_id)
   select size.shop, 'shopify', 'orders/paid', 'old-' || n, decode(repeat('00', 400), 'hex'), ${AT}, ${AT}, ${AT}, 'read', ${AT}, ${id("engagement")}`,
  `insert into shopper (shop_id, id, created_at) select size.shop, ${id("shopper")}, ${AT}`,
  `insert into shopper_identity (shop_id, id, shopper_id, kind, keyed_hash, domain_hash, value, name, updated_at)
   select size.shop, ${id("email")}, ${id("shopper")}, 'email', md5('e' || n) || md5('x' || n), md5('domain'), 'old-' || n || '@bench.example', 'Ada Lovelace', ${AT}`,
  `insert into shopper_identity (shop_id, id, shopper_id, kind, keyed_hash, value, name, updated_at)
   select size.shop, ${id("customer")}, ${id("shopper")}, 'shopify_customer', md5('c' || n) || md5('x' || n), 'gid://shopify/Customer/' || n, 'Ada Lovelace', ${AT}`,
  `insert into engagement (shop_id, id, kind, fact_key, shopper_id, recipient_id, order_name, verification, publication, engaged_at, received_at, state_at)
   select size.shop, ${id("engagement")}, 'order', 'order:old-' || n, ${id("shopper")}, ${id("email")}, '#' || n, 'buyer', 'published', ${AT}, ${AT}, ${AT}`,
  `insert into engagement_alias (shop_id, alias_key, engagement_id, state_at, engaged_at, received_at)
   select size.shop, 'shopify:order:old-' || n, ${id("engagement")}, ${AT}, ${AT}, ${AT}`,
  `insert into engagement_decision (shop_id, id, engagement_id, decided_at, outcome, reason, coupons)
   select size.shop, ${id("decision")}, ${id("engagement")}, ${AT}, 'rewarded', 'matched',
     jsonb_build_array(jsonb_build_object('couponId', size.coupon, 'matched', true, 'reason', 'matched', 'detail', null))`,
  `insert into reward (shop_id, id, engagement_id, coupon_id, shopper_id, recipient_id, state, slot, send_at, description, pool_id, position, code_key, promised_at, code_taken_at, settled_at)
   select size.shop, ${id("reward")}, ${id("engagement")}, size.coupon, ${id("shopper")}, ${id("email")}, 'sent', 1, ${AT}, '10% off your next order', size.pool, n, 'OLD-' || n, ${AT}, ${AT}, ${AT}`,
  `insert into mail_batch (id, transport, sender_address, state, created_at, next_try_at, attempts, first_tried_at)
   select ${id("batch")}, 'resend', 'hello@laurel.example', 'settled', ${AT}, ${AT}, 1, ${AT}`,
  `insert into message (shop_id, id, reward_id, kind, number, state, sender_name, recipient, created_at, batch_id, batch_position, provider_id, settled_at)
   select size.shop, ${id("message")}, ${id("reward")}, 'thank_you', 1, 'sent', 'Bench Shop', 'old-' || n || '@bench.example', ${AT}, ${id("batch", "n - (n - 1) % 100")}, (n - 1) % 100 + 1, 're_' || n, ${AT}`,
  `insert into code_taking (shop_id, pool_id, first, last) select size.shop, size.pool, n, least(n + 99, size.rows)`,
];
/** Of these there is one for every hundred orders. */
const BY_HUNDREDS = ["mail_batch", "code_taking"];

/**
 * The past of a shop with one coupon and one pool: `rows` orders that were rewarded, sent and settled, then analysed as
 * autovacuum would. The pool has to have more codes than that.
 */
export async function seedHistory(
  db: Database,
  { shopId, couponId, rows }: { shopId: number; couponId: string; rows: number },
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      // Nothing here breaks a foreign key, and checking each one would take most of the time.
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRawUnsafe(
        `create temporary table size on commit drop as
         select $1::int as shop, $2::uuid as coupon, p.id as pool, $3::int as rows from code_pool p where p.shop_id = $1`,
        shopId,
        couponId,
        rows,
      );
      for (const statement of TABLES) await tx.$executeRawUnsafe(`${statement} from size, ${numbers(statement)}`);
    },
    { timeout: 600_000 },
  );
  await db.$executeRaw`vacuum analyze`;
}

function numbers(statement: string): string {
  const step = BY_HUNDREDS.some((table) => statement.startsWith(`insert into ${table} `)) ? 100 : 1;
  return `generate_series(1, size.rows, ${step}) n`;
}
