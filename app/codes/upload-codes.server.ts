import { NEWLY_DYNAMIC } from "~/coupons/coupon-form-code";
import type { Database } from "~/platform/database.server";
import { codeKey } from "./code-key";
import { type ImportCodesInput, type ImportedCodes, importCodes } from "./import-codes.server";
import type { RejectedLine } from "./import-report";
import { type NamedHolder, nameCodeHolders } from "./name-code-holders.server";

/** `holders`: which coupon has the code of a line that was not added for it, by the line's number. */
export type UploadedCodes = ImportedCodes & { holders: Record<number, NamedHolder> };

/** Imports a merchant's file, as `importCodes` does. A draft becomes a coupon with codes of its own by it, whatever comes of the file. */
export async function uploadCodes(db: Database, input: ImportCodesInput, now: Date): Promise<UploadedCodes> {
  const { shopId, couponId } = input;
  await db.coupon.updateMany({
    where: { shopId, id: couponId, state: "draft", codeType: "static" },
    data: NEWLY_DYNAMIC,
  });
  const imported = await importCodes(db, input, now);
  return { ...imported, holders: await nameHolders(db, shopId, imported.report?.rejects ?? []) };
}

async function nameHolders(
  db: Database,
  shopId: number,
  rejects: RejectedLine[],
): Promise<Record<number, NamedHolder>> {
  const held = rejects.filter(({ reason }) => reason === "duplicate_in_shop" || reason === "held_by_other_upload");
  const holders = await nameCodeHolders(db, { shopId, codes: held.map(({ code }) => code) });
  return Object.fromEntries(
    held.flatMap(({ line, code }) => {
      const holder = holders.get(codeKey(code));
      return holder ? [[line, holder]] : [];
    }),
  );
}
