import { useNavigation } from "@remix-run/react";
import { Banner, BlockStack } from "@shopify/polaris";
import type { engagementFields } from "~/coupons/coupon-form";
import type { ConnectedSources } from "~/coupons/trigger-needs";
import { LeaveGuard } from "../forms/leave-guard";
import { SubmitForm } from "../forms/submit-form";
import { useFields } from "../forms/use-fields";
import { useKeptFields } from "../forms/use-kept-fields";
import { useWayBack } from "../list-places";
import { useShopIntl } from "../shop-intl";
import type { TypedCoupon } from "./describe-coupon";
import { RewardFields } from "./reward-fields";
import { TriggerCards } from "./trigger-cards";
import { WizardButtons, WizardPage } from "./wizard-page";

const FORM_ID = "engagement-step";

/** Step 1 of the wizard: what a shopper does, what they get, when, and how often. */
export function EngagementStep(props: {
  saved: ReturnType<typeof engagementFields>;
  errors: Record<string, string> | undefined;
  sources: ConnectedSources;
  emailIsOn: boolean;
  /** What the later steps of the draft hold; nothing where it has not begun. */
  later?: TypedCoupon;
  codesLeft?: number;
}) {
  const { saved, errors, sources, emailIsOn, later, codesLeft = 0 } = props;
  const intl = useShopIntl();
  const list = useWayBack("/app/coupons");
  const fields = useFields<Record<string, string>>(saved, errors);
  const keep = useKeptFields(fields);
  const { values, set, errorOf, isDirty } = fields;
  // Sharing happens after the mail for the review, so there it is on unless the merchant says otherwise.
  const chooseTrigger = (trigger: string) => {
    set("trigger", trigger);
    set("alsoAfterSmaller", trigger === "shared_review" ? "on" : "");
  };
  const back = later ? { onBack: keep } : { backUrl: list, backLabel: intl.say("common.cancel") };
  return (
    <WizardPage step={1} emailIsOn={emailIsOn} summary={{ typed: { ...later, ...values }, codesLeft }}>
      <SubmitForm method="post" id={FORM_ID} noValidate>
        <LeaveGuard isDirty={isDirty} />
        <BlockStack gap="400">
          <TriggerCards
            chosen={values.trigger ?? ""}
            sources={sources}
            error={errorOf("trigger")}
            onChoose={chooseTrigger}
          />
          {values.trigger?.includes("review") ? (
            <Banner>{intl.say("wizard.rewarded_reviews_may_be_hidden")}</Banner>
          ) : null}
          <RewardFields fields={fields} />
          <WizardButtons
            next={intl.say("wizard.next")}
            isBusy={useNavigation().state !== "idle"}
            formId={FORM_ID}
            {...back}
          />
        </BlockStack>
      </SubmitForm>
    </WizardPage>
  );
}
