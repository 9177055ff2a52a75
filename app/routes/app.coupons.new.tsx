import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { engagementFields } from "~/coupons/coupon-form";
import { readEngagementStep } from "~/coupons/coupon-form-reading";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { findReadySources } from "~/engagements/find-ready-sources.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { EngagementStep } from "~/ui/coupon-form/engagement-step";
import { readFields } from "~/ui/forms/read-fields";
import { notFound } from "~/ui/not-found";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  return { sources: await findReadySources(db), emailIsOn: shop.thankYouEmailSince !== null };
}

/** Begins a draft with what step 1 holds. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, app, intl } = await requireShop({ request, context });
  const read = readEngagementStep(await readFields(request));
  if (read.outcome === "invalid") return data({ errors: sayFields(intl, read.errors) }, 422);
  const saved = await saveCouponDraft(db, { couponId: null, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(`/app/coupons/${saved.couponId}/code`);
    case "not_found":
      throw notFound();
  }
}

/** Step 1 of a new coupon. */
export default function NewCoupon() {
  const { sources, emailIsOn } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return <EngagementStep saved={engagementFields(null)} {...{ errors, sources, emailIsOn }} />;
}
