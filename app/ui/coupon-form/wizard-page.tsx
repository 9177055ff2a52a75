import { useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Page } from "@shopify/polaris";
import type { ReactNode } from "react";
import { sentence } from "~/messages/sentence";
import { useOneAtATime } from "../forms/use-one-at-a-time";
import { useWayBack } from "../list-places";
import { useShopIntl } from "../shop-intl";
import { BesideSummary } from "./beside-summary";
import type { TypedCoupon } from "./describe-coupon";

const STEPS = ["wizard.engagement", "wizard.code", "wizard.expiration"] as const;

/** What the summary beside a step is made of. */
interface Summarised {
  typed: TypedCoupon;
  codesLeft: number;
}

/** One page of the coupon wizard. `step` counts from 1; 4 is the review of all three. */
export function WizardPage(props: {
  step: 1 | 2 | 3 | 4;
  emailIsOn: boolean;
  summary: Summarised;
  children: ReactNode;
}) {
  const { step, emailIsOn, summary, children } = props;
  const intl = useShopIntl();
  const back = useWayBack("/app/coupons");
  const name = STEPS[step - 1];
  return (
    <Page
      title={intl.say("wizard.title")}
      subtitle={
        name ? intl.say("wizard.step", { step, steps: STEPS.length, name: sentence(name) }) : intl.say("wizard.review")
      }
      backAction={{ content: intl.say("common.coupons"), url: back }}
    >
      <BlockStack gap="400">
        {emailIsOn ? null : (
          <Banner tone="warning" action={{ content: intl.say("navigation.thank_you_email"), url: "/app/thank-you" }}>
            {intl.say("wizard.email_is_off")}
          </Banner>
        )}
        <BesideSummary {...summary}>{children}</BesideSummary>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/**
 * The row under a step: back to the one before, on to the next. Both save the form `formId`; with `backUrl` there is nothing to
 * save on the way back. `isOutside`: the row stands outside the form. `onBack` is called before the way back.
 */
export function WizardButtons(props: {
  next: string;
  isBusy: boolean;
  formId: string;
  isOutside?: boolean;
  backUrl?: string;
  backLabel?: string;
  onBack?: () => void;
}) {
  const { next, isBusy, formId, isOutside, backUrl, backLabel, onBack } = props;
  const intl = useShopIntl();
  const submit = useSubmit();
  const mayBegin = useOneAtATime(useNavigation().state, null);
  const form = () => document.querySelector<HTMLFormElement>(`form#${formId}`);
  const goBack = () => {
    if (!mayBegin()) return;
    const fields = new FormData(form() ?? undefined);
    fields.set("go", "back");
    onBack?.();
    submit(fields, { method: "post" });
  };
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <InlineStack align="space-between">
        <Button {...(backUrl ? { url: backUrl } : { onClick: goBack })} disabled={isBusy}>
          {backLabel ?? intl.say("common.back")}
        </Button>
        <Button
          variant="primary"
          submit={!isOutside}
          onClick={isOutside ? () => form()?.requestSubmit() : undefined}
          loading={isBusy}
        >
          {next}
        </Button>
      </InlineStack>
    </Box>
  );
}
