import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { countCodes } from "~/codes/count-codes.server";
import { shopDay } from "~/coupons/coupon-end";
import { engagementFields } from "~/coupons/coupon-form";
import { codeFields } from "~/coupons/coupon-form-code";
import { expirationFields, readExpirationStep } from "~/coupons/coupon-form-expiration";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { ExpirationFields } from "~/ui/coupon-form/expiration-fields";
import { stepAfter } from "~/ui/coupon-form/step-after";
import { WizardButtons, WizardPage } from "~/ui/coupon-form/wizard-page";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { LeaveGuard } from "~/ui/forms/leave-guard";
import { readFields } from "~/ui/forms/read-fields";
import { SubmitForm } from "~/ui/forms/submit-form";
import { unlessRefused } from "~/ui/forms/unless-refused";
import { useFields } from "~/ui/forms/use-fields";
import { useKeptFields } from "~/ui/forms/use-kept-fields";
import { useShopIntl } from "~/ui/shop-intl";

const FORM_ID = "expiration-step";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  return {
    saved: expirationFields(coupon),
    earlier: { ...engagementFields(coupon), ...codeFields(coupon) },
    codesLeft: codes?.left ?? 0,
    today: shopDay(app.now(), shop.timeZone).toISOString().slice(0, 10),
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

export const shouldRevalidate = unlessRefused;

/** Saves step 3 of a draft. On the way back, what cannot be saved is no obstacle. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const rules = { timeZone: shop.timeZone, delaySeconds: coupon.delaySeconds };
  const fields = await readFields(request);
  const read = readExpirationStep(fields, rules, app.now());
  const next = stepAfter(request, couponId, "expiration", fields.go);
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

/** Step 3: until when the coupon is given. */
export default function Expiration() {
  const { saved, earlier, codesLeft, today, emailIsOn } = useLoaderData<typeof loader>();
  const fields = useFields<Record<string, string>>(saved, useActionData<typeof action>()?.errors);
  const keep = useKeptFields(fields);
  const intl = useShopIntl();
  const isBusy = useNavigation().state !== "idle";
  return (
    <WizardPage step={3} emailIsOn={emailIsOn} summary={{ typed: { ...earlier, ...fields.values }, codesLeft }}>
      <SubmitForm method="post" id={FORM_ID} noValidate>
        <LeaveGuard isDirty={fields.isDirty} />
        <BlockStack gap="400">
          <ExpirationFields fields={fields} today={today} />
          <WizardButtons next={intl.say("wizard.next")} isBusy={isBusy} formId={FORM_ID} onBack={keep} />
        </BlockStack>
      </SubmitForm>
    </WizardPage>
  );
}
