import type { Database } from "~/platform/database.server";
import { describeDatabaseError } from "~/platform/describe-database-error";
import { type JudgedBatch, judgeBatch } from "./judge-batch";
import { type LookedUpBatch, lookUpBatch } from "./look-up-batch.server";

export type StoredBatch = { outcome: "stored"; judged: JudgedBatch } | { outcome: "abandoned" };

/** A batch for the pool of an import. */
export interface BatchInput {
  shopId: number;
  poolId: string;
  lookedUp: LookedUpBatch;
  /** What the batches before it added: how many codes, and the keys of those that were not stored yet when this one was looked up. */
  before: { added: number; keys: Set<string>[] };
  leaseUntil: Date;
}

/**
 * Judges a batch by what was looked up, adds what is new at the positions after `before.added` and writes down what was rejected, by
 * one statement, which also shows that the import is alive. `abandoned` when the import was given up meanwhile; nothing is stored then.
 *
 * The unique index on (shop, code key) decides between uploads that run at the same time: when one of the codes was taken
 * since it was looked up, nothing is stored, and the batch is looked up and judged again, so positions stay without gaps and
 * counts exact.
 */
export async function storeBatch(db: Database, input: BatchInput): Promise<StoredBatch> {
  let { lookedUp } = input;
  for (const { key } of lookedUp.batch.lines) {
    if (key !== null && input.before.keys.some((keys) => keys.has(key))) lookedUp.holders.set(key, "this_import");
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const judged = judgeBatch(lookedUp.batch, lookedUp.holders);
    await deleteFreed(db, input.shopId, freedOf(judged, lookedUp));
    const stored = await insertLines(db, input, judged).catch(unlessOvertaken);
    if (stored !== "overtaken")
      return stored === "abandoned" ? { outcome: "abandoned" } : { outcome: "stored", judged };
    lookedUp = await lookUpBatch(db, input, lookedUp.batch);
  }
  throw new Error(`The same batch was overtaken by other uploads ${MOST_ATTEMPTS} times.`);
}

/** Each attempt is spoilt by another upload that commits in the moment between look-up and insert; nobody is so unlucky. */
const MOST_ATTEMPTS = 50;

const UNIQUE_VIOLATION = "23505";

function unlessOvertaken(error: unknown): "overtaken" {
  if (describeDatabaseError(error).sqlState === UNIQUE_VIOLATION) return "overtaken";
  throw error;
}

function freedOf({ added }: JudgedBatch, { holders }: LookedUpBatch): string[] {
  return added.filter(({ key }) => holders.get(key) === "freed").map(({ key }) => key);
}

/** Rows without an owner that the clean-up has not come to yet must not stand in the way of their codes. */
async function deleteFreed(db: Database, shopId: number, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.$executeRaw`
    delete from code
     where ctid = any(array(
       select c.ctid from code c join code_pool p on p.shop_id = c.shop_id and p.id = c.pool_id
        where c.shop_id = ${shopId} and c.code_key = any(string_to_array(${keys.join("\n")}, E'\n'))
          and (p.state = 'abandoned' or (p.state <> 'importing' and c.position > p.size))
        order by c.code_key collate "C" for update of c))`;
}

/**
 * Locks the pool's row, which holds off everyone who would give the import up, and adds the codes and the rejects. The lease is renewed where it is
 * older than a minute: for as long as a snapshot is open, whoever reads the row steps over all its versions since.
 *
 * The commit does not wait for the disk: nothing of the import counts before it is published, and that commit waits for all before it.
 *
 * Throws a unique violation where another upload has one of the codes. They are added in the order of their keys: two uploads with
 * the same codes then meet them in the same order and cannot wait for each other in a circle.
 */
async function insertLines(
  db: Database,
  input: BatchInput,
  { added, rejects }: JudgedBatch,
): Promise<"stored" | "abandoned"> {
  const { shopId, poolId, leaseUntil, before } = input;
  const keys = added.map(({ key }) => key).join("\n");
  // Most codes are written in capitals and are their own keys: those go over once.
  const codes = added.some(({ code, key }) => code !== key) ? added.map(({ code }) => code).join("\n") : null;
  const alive = await db.$queryRaw<object[]>`
    with alive as materialized (
      select id, lease_until, set_config('synchronous_commit', 'off', true) from code_pool
       where shop_id = ${shopId} and id = ${poolId}::uuid and state = 'importing' for no key update),
    renewed as (
      update code_pool p set lease_until = ${leaseUntil} from alive a
       where p.shop_id = ${shopId} and p.id = a.id and a.lease_until < ${leaseUntil}::timestamptz - interval '1 minute'),
    inserted as (
      insert into code (shop_id, pool_id, position, code, code_key)
      select ${shopId}, a.id, ${before.added} + fresh.number, fresh.code, fresh.key
        from alive a
        cross join unnest(string_to_array(coalesce(${codes}, ${keys}), E'\n'), string_to_array(${keys}, E'\n'))
          with ordinality as fresh(code, key, number)
       order by fresh.key collate "C"),
    rejected as (
      insert into code_reject (shop_id, pool_id, line, code, reason)
      select ${shopId}, a.id, r.line, r.code, r.reason
        from alive a
        cross join json_to_recordset(${JSON.stringify(rejects)}::json) as r(line int, code text, reason text))
    select 1 from alive`;
  return alive.length > 0 ? "stored" : "abandoned";
}
