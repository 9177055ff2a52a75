import type { Database, Transaction } from "~/platform/database.server";
import type { ThankYouEmail } from "~/platform/generated/client";

/** The thank-you email each of these shops saved last, by shop id; a shop that never saved one is missing. */
export async function newestThankYous(
  db: Database | Transaction,
  { shopIds }: { shopIds: number[] },
): Promise<Map<number, ThankYouEmail>> {
  const rows = await db.thankYouEmail.findMany({
    where: { shopId: { in: shopIds } },
    orderBy: [{ shopId: "asc" }, { version: "desc" }],
    distinct: ["shopId"],
  });
  return new Map(rows.map((row) => [row.shopId, row]));
}
