import type { Transaction } from "~/platform/database.server";

/** Which of these email identities' persons are on their shop's block list, by address or by domain. Returns the ids. */
export async function findBlocked(
  tx: Transaction,
  input: { shopIds: number[]; recipientIds: string[] },
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select i.id from shopper_identity i
    where i.shop_id = any(${input.shopIds}::int[]) and i.id = any(${input.recipientIds}::uuid[]) and exists (
      select 1 from shopper_identity own join blocked_address b on b.shop_id = own.shop_id
        and ((b.kind = 'email' and b.keyed_hash = own.keyed_hash) or (b.kind = 'domain' and b.keyed_hash = own.domain_hash))
      where own.shop_id = i.shop_id and own.shopper_id = i.shopper_id)`;
  return new Set(rows.map((row) => row.id));
}
