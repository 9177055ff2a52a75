import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { codeKey } from "~/codes/code-key";
import { readFileChoice } from "~/codes/files/file-choice";
import { importCodes } from "~/codes/import-codes.server";
import type { ImportReport, RejectedLine } from "~/codes/import-report";
import { listUploads } from "~/codes/list-uploads.server";
import { type NamedHolder, nameCodeHolders } from "~/codes/name-code-holders.server";
import { NEWLY_DYNAMIC } from "~/coupons/coupon-form-code";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { sentence } from "~/messages/sentence";
import type { Database } from "~/platform/database.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { receiveFile } from "./receive-file.server";

/** The uploads of a coupon that run at this moment, whoever began them, with how many codes each has stored. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const { uploads } = await listUploads(app.db, { shopId: shop.id, couponId: coupon.id, before: null });
  const running = uploads.filter(({ state }) => state === "importing");
  return { running: running.map(({ id, fileName, stored }) => ({ id, fileName, stored })) };
}

/**
 * Takes a file of codes (multipart, field "file"). A draft becomes a coupon with codes of its own by it. With `?replace=on` the codes of
 * older uploads that nobody has end with it. Answers as JSON what became of it, so that what sends it can watch how much is sent.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const upload = { shopId: shop.id, couponId: coupon.id };
  const query = new URL(request.url).searchParams;
  const said = { replace: query.get("replace") === "on", choice: readFileChoice(query) };
  const imported = await receiveFile(request, async (file) => {
    const isFirstFile = coupon.state === "draft" && coupon.codeType === "static";
    if (isFirstFile) await saveCouponDraft(db, { ...upload, values: NEWLY_DYNAMIC }, app.now());
    return importCodes(app.db, { ...upload, ...file, ...said }, app.now());
  });
  const withHolders = async (report: ImportReport | null) => ({
    report,
    holders: await nameHolders(app.db, shop.id, report?.rejects ?? []),
  });
  switch (imported?.outcome) {
    case "imported":
      return Response.json({ problem: null, ...(await withHolders(imported.report)) });
    case "refused":
      return Response.json(
        { problem: imported.message, ...(await withHolders(imported.report)) },
        imported.reason === "too_large" ? { status: 413, headers: { Connection: "close" } } : { status: 422 },
      );
    case undefined:
      return Response.json({ problem: sentence("codes.choose_file_first"), report: null }, { status: 422 });
  }
}

/** Which coupon has the code of a line that was not added for it, by the line's number. */
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
