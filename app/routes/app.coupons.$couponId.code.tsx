import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Box, Card, ChoiceList, InlineError, TextField } from "@shopify/polaris";
import { useState } from "react";
import { countCodes } from "~/codes/count-codes.server";
import { UPLOAD_FIRST } from "~/codes/upload-rules";
import { LONGEST_CODE } from "~/coupons/coupon-form";
import { readCodeStep } from "~/coupons/coupon-form-reading";
import { findCoupon } from "~/coupons/find-coupon.server";
import { saveCouponDraft } from "~/coupons/save-coupon-draft.server";
import { requireShop } from "~/shopify/require-shop.server";
import { CodeUpload } from "~/ui/code-upload";
import { LeaveGuard } from "~/ui/leave-guard";
import { notFound } from "~/ui/not-found";
import { readFields } from "~/ui/read-fields";
import { stepAfter } from "~/ui/step-after";
import { useFields } from "~/ui/use-fields";
import { WizardButtons, WizardPage } from "~/ui/wizard-page";

const FORM_ID = "code-step";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  return {
    couponId: coupon.id,
    saved: { codeType: coupon.codeType as string, staticCode: coupon.staticCode ?? "" },
    codesLeft: codes?.left ?? 0,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Saves step 2 of a draft. Codes of a file were saved when it was uploaded, at /app/coupons/:id/codes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "", states: ["draft"] });
  if (!coupon) throw notFound();
  const read = readCodeStep(await readFields(request));
  if (read.outcome === "invalid") return data({ errors: read.errors }, 422);
  const codes = (await countCodes(app.db, shop.id, [coupon.id])).get(coupon.id);
  if (read.values.codeType === "dynamic" && !codes?.left) {
    return data({ errors: { codes: UPLOAD_FIRST } }, 422);
  }
  const saved = await saveCouponDraft(db, { shopId: shop.id, couponId: coupon.id, values: read.values }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(`/app/coupons/${saved.couponId}/${stepAfter(request, "expiration")}`);
    case "not_found":
      throw notFound();
  }
}

/** Step 2: one code for everybody, or a file with one for each shopper. */
export default function Code() {
  const { couponId, saved, codesLeft, emailIsOn } = useLoaderData<typeof loader>();
  const errors: Record<string, string> | undefined = useActionData<typeof action>()?.errors;
  const { values, set, text, isDirty } = useFields(saved, errors);
  const [isUploading, setUploading] = useState(false);
  const isBusy = useNavigation().state !== "idle" || isUploading;
  const isDynamic = values.codeType === "dynamic";
  return (
    <WizardPage step={2} emailIsOn={emailIsOn}>
      <LeaveGuard isDirty={isDirty} />
      <Form method="post" id={FORM_ID} noValidate>
        <Card>
          <ChoiceList
            title="Which code do shoppers get?"
            name="codeType"
            choices={[
              {
                value: "static",
                label: "The same code for everybody",
                helpText: "Create it in Shopify admin under Discounts first; Laurel does not.",
              },
              {
                value: "dynamic",
                label: "A code of their own for each",
                helpText: "Taken one by one from a CSV file.",
              },
            ]}
            selected={[values.codeType]}
            onChange={([codeType = ""]) => set("codeType", codeType)}
          />
          {isDynamic ? null : (
            <Box paddingBlockStart="300">
              <TextField {...text("staticCode")} label="Code" placeholder="THANKS10" maxLength={LONGEST_CODE} />
            </Box>
          )}
        </Card>
      </Form>
      {isDynamic ? (
        <BlockStack gap="400">
          <CodeUpload couponId={couponId} codesLeft={codesLeft} onBusy={setUploading} />
          {errors?.codes && codesLeft === 0 ? <InlineError fieldID="code-file" message={errors.codes} /> : null}
        </BlockStack>
      ) : null}
      <WizardButtons backUrl={`/app/coupons/${couponId}/engagement`} next="Next" isBusy={isBusy} formId={FORM_ID} />
    </WizardPage>
  );
}
