import type { ActionFunctionArgs } from "@remix-run/node";
import { readFileChoice } from "~/codes/file-choice";
import { findEndDateRules } from "~/codes/find-end-date-rules.server";
import { previewCodeFile } from "~/codes/preview-code-file";
import { EXPORT_PREVIEW_BYTES } from "~/codes/upload-rules";
import { findCoupon } from "~/coupons/find-coupon.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/**
 * Answers with a preview of a file of codes, whose first bytes are the request's body; `?whole=on` where they are all there are.
 * Stores nothing.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  const rules = coupon && (await findEndDateRules(app.db, { shopId: shop.id, couponId: coupon.id }, app.now()));
  if (!rules) throw notFound();
  const query = new URL(request.url).searchParams;
  const isWhole = query.get("whole") === "on";
  const previewed = await previewCodeFile(await readBeginning(request), isWhole, readFileChoice(query), rules);
  return Response.json({ ...previewed, currency: shop.currency });
}

/** At most `EXPORT_PREVIEW_BYTES` of the body, however much is sent. */
async function readBeginning({ body }: Request): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length >= EXPORT_PREVIEW_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, EXPORT_PREVIEW_BYTES);
}
