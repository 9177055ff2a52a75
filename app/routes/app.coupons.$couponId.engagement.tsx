import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { engagementFields } from "~/coupons/coupon-form";
import { readEngagementStep } from "~/coupons/coupon-form-reading";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { requireShop } from "~/shopify/require-shop.server";
import { EngagementStep } from "~/ui/engagement-step";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { stepAfter } from "~/ui/step-after";
import { WizardPage } from "~/ui/wizard-page";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  return { saved: engagementFields(coupon), emailIsOn: shop.thankYouEmailSince !== null };
}

/** Saves step 1 of a draft. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const read = readEngagementStep(await readFields(request));
  const couponId = params.couponId ?? "";
  if (!(await findCoupon(db, { couponId, states: ["draft"] }))) throw notFound();
  if (read.outcome === "invalid") return data({ errors: read.errors }, 422);
  const saved = await saveCouponDraft(db, { shopId: shop.id, couponId, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(`/app/coupons/${saved.couponId}/${stepAfter(request, "code")}`);
    case "not_found":
      throw notFound();
  }
}

/** Step 1 again, as it was saved. */
export default function EditEngagement() {
  const { saved, emailIsOn } = useLoaderData<typeof loader>();
  return (
    <WizardPage step={1} emailIsOn={emailIsOn}>
      <EngagementStep saved={saved} errors={useActionData<typeof action>()?.errors} />
    </WizardPage>
  );
}
