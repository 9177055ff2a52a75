import type { ActionFunctionArgs } from "@remix-run/node";
import { readFileChoice } from "~/codes/files/file-choice";
import { previewCodeFile } from "~/codes/files/preview-code-file";
import { findEndDateRules } from "~/codes/find-end-date-rules.server";
import { EXPORT_PREVIEW_BYTES } from "~/codes/upload-rules";
import { findCoupon } from "~/coupons/find-coupon.server";
import { readAtMost } from "~/platform/read-at-most";
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
  const { bytes } = await readAtMost(request.body, EXPORT_PREVIEW_BYTES);
  const previewed = await previewCodeFile(bytes, isWhole, readFileChoice(query), rules);
  return Response.json(previewed);
}
