import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BlockStack, Box, Card, ChoiceList } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { countCodes } from "~/codes/count-codes.server";
import { listUploads } from "~/codes/list-uploads.server";
import { saveCodeStep } from "~/codes/save-code-step.server";
import { UPLOAD_FIRST } from "~/codes/upload-rules";
import { engagementFields } from "~/coupons/coupon-form";
import { codeFields } from "~/coupons/coupon-form-code";
import { readCodeStep } from "~/coupons/coupon-form-code-reading";
import { expirationFields } from "~/coupons/coupon-form-expiration";
import { findCoupon } from "~/coupons/find-coupon.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { RunningOutFields, StaticCodeField } from "~/ui/coupon-form/code-fields";
import { stepAfter } from "~/ui/coupon-form/step-after";
import { WizardButtons, WizardPage } from "~/ui/coupon-form/wizard-page";
import { missingCoupon } from "~/ui/coupons/missing-coupon.server";
import { LeaveGuard } from "~/ui/forms/leave-guard";
import { readFields } from "~/ui/forms/read-fields";
import { SubmitForm } from "~/ui/forms/submit-form";
import { useFields } from "~/ui/forms/use-fields";
import { useKeptFields } from "~/ui/forms/use-kept-fields";
import { useShopIntl } from "~/ui/shop-intl";
import { CodeUpload, type UploadStage } from "~/ui/uploads/code-upload";
import { readBefore } from "~/ui/uploads/read-before";
import { UploadHistory } from "~/ui/uploads/upload-history";

const FORM_ID = "code-step";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  const coupon = await findCoupon(db, { couponId, states: ["draft"] });
  if (!coupon) throw await missingCoupon(db, couponId);
  const before = readBefore(request);
  const [codes, uploads] = await Promise.all([
    countCodes(app.db, shop.id, [coupon.id]),
    listUploads(app.db, { shopId: shop.id, couponId: coupon.id, before }),
  ]);
  return {
    couponId: coupon.id,
    saved: codeFields(coupon),
    others: { ...engagementFields(coupon), ...expirationFields(coupon) },
    codesLeft: codes.get(coupon.id)?.left ?? 0,
    uploads,
    before,
    shopEmail: shop.email,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Saves step 2 of a draft. Codes of a file were saved when it was uploaded, at /app/coupons/:id/codes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app, intl } = await requireShop({ request, context });
  const couponId = params.couponId ?? "";
  if (!(await findCoupon(db, { couponId, states: ["draft"] }))) throw await missingCoupon(db, couponId);
  const fields = await readFields(request);
  const read = readCodeStep(fields);
  const isBack = fields.go === "back";
  const next = stepAfter(request, couponId, "code", fields.go);
  if (read.outcome === "invalid") return isBack ? redirect(next) : data({ errors: sayFields(intl, read.errors) }, 422);
  const saved = await saveCodeStep(app.db, { shopId: shop.id, couponId, values: read.values, isBack }, app.now());
  switch (saved.outcome) {
    case "saved":
      return redirect(next);
    case "codes_missing":
      return data({ errors: { codes: intl.say(UPLOAD_FIRST) } }, 422);
    case "not_found":
      throw await missingCoupon(db, couponId);
  }
}

/** Step 2: one code for everybody, or a file with one for each shopper. */
export default function Code() {
  const { couponId, saved, others, codesLeft, uploads, before, shopEmail, emailIsOn } = useLoaderData<typeof loader>();
  const errors: Record<string, string> | undefined = useActionData<typeof action>()?.errors;
  // An upload saves the draft as one with codes of its own: that choice is then no longer unsaved, and what is typed beside it stays.
  const fields = useFields<Record<string, string>>(saved, errors);
  const keep = useKeptFields(fields);
  const intl = useShopIntl();
  const file = useFileStage();
  const isBusy = useNavigation().state !== "idle" || file.stage === "sending";
  const { values, set } = fields;
  const isDynamic = values.codeType === "dynamic";
  return (
    <WizardPage step={2} emailIsOn={emailIsOn} summary={{ typed: { ...others, ...values }, codesLeft }}>
      <LeaveGuard isDirty={fields.isDirty || file.stage === "unsent"} />
      <SubmitForm method="post" id={FORM_ID} noValidate isHeldBack={file.holdBack}>
        <BlockStack gap="400">
          <Card>
            <ChoiceList
              title={intl.say("code_fields.which_code")}
              name="codeType"
              choices={[
                { value: "static", label: intl.say("code_fields.same_for_everybody") },
                {
                  value: "dynamic",
                  label: intl.say("code_type.dynamic"),
                  helpText: intl.say("code_fields.from_a_file"),
                },
              ]}
              selected={[values.codeType ?? "static"]}
              onChange={([codeType = ""]) => set("codeType", codeType)}
            />
            {isDynamic ? (
              <input type="hidden" name="staticCode" value={values.staticCode} />
            ) : (
              <Box paddingBlockStart="300">
                <StaticCodeField fields={fields} />
              </Box>
            )}
          </Card>
          {isDynamic ? (
            <>
              <CodeUpload
                {...{ couponId, codesLeft }}
                problem={codesLeft === 0 ? errors?.codes : undefined}
                isForgotten={file.isForgotten}
                onStage={file.follow}
              />
              {uploads.uploads.length > 0 ? <UploadHistory page={uploads} before={before} /> : null}
              <RunningOutFields {...{ fields, shopEmail, codesLeft }} />
            </>
          ) : null}
        </BlockStack>
      </SubmitForm>
      <WizardButtons next={intl.say("wizard.next")} isBusy={isBusy} formId={FORM_ID} isOutside onBack={keep} />
    </WizardPage>
  );
}

/** What the step knows of a picked file: one that is not sent yet holds the step back, once the merchant wants to go on. */
function useFileStage() {
  const [stage, setStage] = useState<UploadStage>("none");
  const [isForgotten, setForgotten] = useState(false);
  const follow = useCallback((now: UploadStage) => {
    setStage(now);
    setForgotten(false);
  }, []);
  const holdBack = () => {
    setForgotten(stage === "unsent");
    return stage === "unsent";
  };
  return { stage, isForgotten, follow, holdBack };
}
