import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countCodes } from "~/codes/count-codes.server";
import { engagementFields } from "~/coupons/coupon-form";
import { codeFields } from "~/coupons/coupon-form-code";
import { expirationFields } from "~/coupons/coupon-form-expiration";
import { readEngagementStep } from "~/coupons/coupon-form-reading";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { findReadySources } from "~/engagements/find-ready-sources.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { EngagementStep } from "~/ui/coupon-form/engagement-step";
import { stepAfter } from "~/ui/coupon-form/step-after";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { readFields } from "~/ui/forms/read-fields";
import { unlessRefused } from "~/ui/forms/unless-refused";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  return {
    saved: engagementFields(coupon),
    later: { ...codeFields(coupon), ...expirationFields(coupon) },
    codesLeft: codes?.left ?? 0,
    sources: await findReadySources(db),
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

export const shouldRevalidate = unlessRefused;

/** Saves step 1 of a draft. On the way back, what cannot be saved is no obstacle. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { db, app, intl } = await requireShop({ request, context });
  const fields = await readFields(request);
  const read = readEngagementStep(fields);
  const couponId = params.couponId ?? "";
  if (!(await findCoupon(db, { couponId, states: ["draft"] }))) throw await missingCoupon(db, couponId);
  const next = stepAfter(request, couponId, "engagement", fields.go);
  if (read.outcome === "invalid")
    return fields.go === "back" ? redirect(next) : data({ errors: sayFields(intl, read.errors) }, 422);
  const saved = await saveCouponDraft(db, { couponId, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(next);
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}

/** Step 1 again, as it was saved. */
export default function EditEngagement() {
  return <EngagementStep {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} />;
}
