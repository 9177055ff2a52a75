import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Card, ChoiceList, TextField } from "@shopify/polaris";
import { shopDay } from "~/coupons/coupon-end";
import { expirationFields, readExpirationStep } from "~/coupons/coupon-form-expiration";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { requireShop } from "~/shopify/require-shop.server";
import { LeaveGuard } from "~/ui/leave-guard";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { useFields } from "~/ui/use-fields";
import { WizardButtons, WizardPage } from "~/ui/wizard-page";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  return {
    couponId: coupon.id,
    saved: expirationFields(coupon),
    timeZone: shop.timeZone,
    today: shopDay(app.now(), shop.timeZone).toISOString().slice(0, 10),
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Saves step 3 of a draft. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  const rules = { timeZone: shop.timeZone, delaySeconds: coupon.delaySeconds };
  const read = readExpirationStep(await readFields(request), rules, app.now());
  if (read.outcome === "invalid") return data({ errors: read.errors }, 422);
  const saved = await saveCouponDraft(db, { shopId: shop.id, couponId: coupon.id, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(`/app/coupons/${saved.couponId}/review`);
    case "not_found":
      throw notFound();
  }
}

/** Step 3: until when the coupon is given. */
export default function Expiration() {
  const { couponId, saved, timeZone, today, emailIsOn } = useLoaderData<typeof loader>();
  const fields = useFields(saved, useActionData<typeof action>()?.errors);
  const isBusy = useNavigation().state !== "idle";
  const dateField = () => (
    <TextField
      {...fields.text("expiresOn")}
      label="Last day"
      type="date"
      min={today}
      helpText={`Laurel stops giving the coupon at the end of this day (${timeZone}). How long a code works is set in your Shopify discount.`}
    />
  );
  return (
    <WizardPage step={3} emailIsOn={emailIsOn}>
      <Form method="post" noValidate>
        <LeaveGuard isDirty={fields.isDirty} />
        <BlockStack gap="400">
          <Card>
            <ChoiceList
              title="Does the coupon expire?"
              name="expiration"
              choices={[
                { value: "none", label: "No expiration" },
                { value: "date", label: "On a fixed date", renderChildren: (isOn) => (isOn ? dateField() : null) },
              ]}
              selected={[fields.values.expiration]}
              onChange={([choice = ""]) => fields.set("expiration", choice)}
              error={fields.errorOf("expiration")}
            />
          </Card>
          <WizardButtons backUrl={`/app/coupons/${couponId}/code`} next="Next" isBusy={isBusy} />
        </BlockStack>
      </Form>
    </WizardPage>
  );
}
