import type { Database, Transaction } from "~/platform/database.server";
import { findCodeHolders } from "./find-code-holders.server";
import type { ImportCounts } from "./import-report";
import { type Candidate, candidatesOf, type JudgedBatch, judgeBatch } from "./judge-batch";
import type { LineBatch } from "./read-code-file";

export type StoredBatch = { outcome: "stored"; judged: JudgedBatch } | { outcome: "abandoned" };

/** A batch for the pool of an import; `counts` are those of the batches before it. */
export interface BatchInput {
  shopId: number;
  poolId: string;
  batch: LineBatch;
  counts: ImportCounts;
  leaseUntil: Date;
}

/**
 * Stores one batch of lines in one short transaction: renews the lease, looks up who has the codes, and adds what is new at
 * the positions after `counts.added`. `abandoned` when the import was given up meanwhile; nothing is stored then.
 *
 * The unique index on (shop, code key) decides between uploads that run at the same time: when one of the codes was taken
 * since it was looked up, the batch is rolled back and judged again, so positions stay without gaps and counts exact.
 */
export async function storeBatch(db: Database, input: BatchInput): Promise<StoredBatch> {
  const keys = candidatesOf(input.batch);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const stored = await db.$transaction((tx) => tryBatch(tx, input, keys)).catch(unlessOvertaken);
    if (stored !== "overtaken") return stored;
  }
  throw new Error(`The same batch was overtaken by other uploads ${MOST_ATTEMPTS} times.`);
}

/** Each attempt is spoilt by another upload that commits in the moment between look-up and insert; nobody is so unlucky. */
const MOST_ATTEMPTS = 50;

/** Thrown to roll a transaction back; never leaves this file. */
const OVERTAKEN = Symbol("another upload stored one of these codes first");

function unlessOvertaken(error: unknown): "overtaken" {
  if (error === OVERTAKEN) return "overtaken";
  throw error;
}

async function tryBatch(
  tx: Transaction,
  input: BatchInput,
  keys: ReturnType<typeof candidatesOf>,
): Promise<StoredBatch> {
  const { shopId, poolId, batch, counts } = input;
  const alive = await tx.$executeRaw`
    update code_pool set lease_until = ${input.leaseUntil}, report = ${JSON.stringify(counts)}::jsonb
     where shop_id = ${shopId} and id = ${poolId}::uuid and state = 'importing'`;
  if (alive === 0) return { outcome: "abandoned" };
  // Sorted: two uploads with the same codes then meet them in the same order and cannot wait for each other in a circle.
  const wanted = [...new Set(keys.values())].sort();
  const holders = await findCodeHolders(tx, { shopId, poolId, keys: wanted });
  const judged = judgeBatch(batch, keys, holders);
  const freed = wanted.filter((key) => holders.get(key) === "freed");
  if (freed.length > 0) await deleteFreed(tx, shopId, freed);
  const stored = await insertCodes(tx, { shopId, poolId, after: counts.added, added: judged.added });
  if (stored !== judged.added.length) throw OVERTAKEN;
  return { outcome: "stored", judged };
}

/** Rows without an owner that the clean-up has not come to yet must not stand in the way of their codes. */
async function deleteFreed(tx: Transaction, shopId: number, keys: string[]): Promise<void> {
  await tx.$executeRaw`
    delete from code
     where ctid = any(array(
       select c.ctid from code c join code_pool p on p.shop_id = c.shop_id and p.id = c.pool_id
        where c.shop_id = ${shopId} and c.code_key = any(string_to_array(${keys.join("\n")}, E'\n'))
          and (p.state = 'abandoned' or (p.state <> 'importing' and c.position > p.size))
        order by c.code_key collate "C" for update of c))`;
}

async function insertCodes(
  tx: Transaction,
  { shopId, poolId, after, added }: { shopId: number; poolId: string; after: number; added: Candidate[] },
): Promise<number> {
  if (added.length === 0) return 0;
  const codes = added.map(({ line }) => line.code).join("\n");
  const keys = added.map(({ key }) => key).join("\n");
  return tx.$executeRaw`
    insert into code (shop_id, pool_id, position, code, code_key)
    select ${shopId}, ${poolId}::uuid, ${after} + fresh.number, fresh.code, fresh.key
      from unnest(string_to_array(${codes}, E'\n'), string_to_array(${keys}, E'\n')) with ordinality as fresh(code, key, number)
     order by fresh.key collate "C"
    on conflict (shop_id, code_key) do nothing`;
}
