import type { Transaction } from "./database.server";
import { Prisma } from "./generated/client";

/** Tables that are written as whole rows, with their primary keys. */
const PRIMARY_KEYS = {
  shopper: ["id", "shop_id"],
  shopper_identity: ["id", "shop_id"],
  engagement: ["id", "shop_id"],
  engagement_alias: ["alias_key", "shop_id"],
  engagement_decision: ["id", "shop_id"],
  reward: ["id", "shop_id"],
  redemption: ["id", "shop_id"],
  mail_batch: ["id"],
  message: ["id", "shop_id"],
} as const;

/**
 * Writes whole rows in one statement: inserted, or replaced where the primary key exists.
 * `rows` are Prisma's objects with every field set. Their order is kept, so give them in key order where two
 * transactions could write the same rows. Throws on any other unique constraint.
 */
export async function writeRows(tx: Transaction, table: keyof typeof PRIMARY_KEYS, rows: object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const key = PRIMARY_KEYS[table];
  const columns = Object.keys(first).map(snakeCase);
  const list = Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
  const settable = columns.filter((column) => !(key as readonly string[]).includes(column));
  const updates = Prisma.raw(settable.map((column) => `"${column}" = excluded."${column}"`).join(", "));
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    insert into ${name} (${list})
    select ${list} from jsonb_populate_recordset(null::${name}, ${toJson(rows)}::jsonb)
    on conflict (${Prisma.raw(key.join(", "))}) do update set ${updates}`;
}

const columnNames = new Map<string, string>();

function toJson(rows: object[]): string {
  return JSON.stringify(rows.map(withColumnNames));
}

function withColumnNames(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      snakeCase(field),
      typeof value === "bigint" ? value.toString() : value,
    ]),
  );
}

function snakeCase(field: string): string {
  const known = columnNames.get(field);
  if (known) return known;
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(field, name);
  return name;
}
