import { useNavigation, useSubmit } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Page } from "@shopify/polaris";
import type { ReactNode } from "react";
import { BesideSummary } from "./beside-summary";
import type { TypedCoupon } from "./describe-coupon";
import { useOneAtATime } from "./use-one-at-a-time";

const STEPS = ["Engagement", "Code", "Expiration"] as const;

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
  const name = STEPS[step - 1];
  return (
    <Page
      title="Create coupon"
      subtitle={name ? `Step ${step} of ${STEPS.length}: ${name}` : "Review"}
      backAction={{ content: "Coupons", url: "/app/coupons" }}
    >
      <BlockStack gap="400">
        {emailIsOn ? null : (
          <Banner tone="warning" action={{ content: "Thank-you email", url: "/app/thank-you" }}>
            The thank-you email is off. Until it is on, nobody is promised a coupon.
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
  const { next, isBusy, formId, isOutside, backUrl, backLabel = "Back", onBack } = props;
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
          {backLabel}
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
