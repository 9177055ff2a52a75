import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { engagementFields } from "~/coupons/coupon-form";
import { readEngagementStep } from "~/coupons/coupon-form-reading";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { requireShop } from "~/shopify/require-shop.server";
import { EngagementStep } from "~/ui/engagement-step";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { WizardPage } from "~/ui/wizard-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop } = await requireShop({ request, context });
  return { emailIsOn: shop.thankYouEmailSince !== null };
}

/** Begins a draft with what step 1 holds. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const read = readEngagementStep(await readFields(request));
  if (read.outcome === "invalid") return data({ errors: read.errors }, 422);
  const saved = await saveCouponDraft(db, { shopId: shop.id, couponId: null, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(`/app/coupons/${saved.couponId}/code`);
    case "not_found":
      throw notFound();
  }
}

/** Step 1 of a new coupon. */
export default function NewCoupon() {
  const { emailIsOn } = useLoaderData<typeof loader>();
  return (
    <WizardPage step={1} emailIsOn={emailIsOn}>
      <EngagementStep saved={engagementFields(null)} errors={useActionData<typeof action>()?.errors} />
    </WizardPage>
  );
}
