import pg from "pg";
import type { ExpectedSplit } from "./codes-file";
import type { Upload } from "./upload";

/**
 * The physical way, in one transaction of plain SQL: COPY from the server's own disk, group, anti-join, insert. Judges letters
 * alone, holds no other upload off, and can be seen by nobody before it is done.
 */
export async function copyUpload(url: string, { shopId, poolId, path }: Upload): Promise<ExpectedSplit> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("create temp table line (number bigserial, code text) on commit drop");
    await client.query(`copy line (code) from '${path}' with (format csv, header true)`);
    await client.query(GROUP);
    await client.query("analyze judged");
    await client.query(antiJoin(shopId));
    await client.query(INSERT, [shopId, poolId]);
    const { rows } = await client.query<ExpectedSplit>(COUNT);
    await client.query("commit");
    if (!rows[0]) throw new Error("nothing was counted");
    return rows[0];
  } finally {
    await client.end();
  }
}

const GROUP = `
  create temp table judged on commit drop as
  select upper(code) as key, min(number) as number, (array_agg(code order by number))[1] as code, count(*)::int as times
    from line group by upper(code)`;

/** Statements that make tables take no parameters. */
const antiJoin = (shopId: number) => `
  create temp table fresh on commit drop as
  select * from judged where not exists (select from code held where held.shop_id = ${shopId} and held.code_key = judged.key)`;

const INSERT = `
  insert into code (shop_id, pool_id, position, code, code_key)
  select $1, $2, row_number() over (order by number), code, key from fresh`;

const COUNT = `
  select every.lines, own.added, own.lines - own.added as "duplicateInFile", every.lines - own.lines as "duplicateInShop"
    from (select sum(times)::int as lines from judged) as every,
         (select sum(times)::int as lines, count(*)::int as added from fresh) as own`;
