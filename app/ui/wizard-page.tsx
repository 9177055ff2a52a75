import { Banner, BlockStack, Box, Button, InlineStack, Page } from "@shopify/polaris";
import type { ReactNode } from "react";

const STEPS = ["Engagement", "Code", "Expiration"] as const;

/** One page of the coupon wizard. `step` counts from 1; 4 is the review of all three. */
export function WizardPage(props: { step: 1 | 2 | 3 | 4; emailIsOn: boolean; children: ReactNode }) {
  const { step, emailIsOn, children } = props;
  const name = STEPS[step - 1];
  return (
    <Page
      narrowWidth
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
        {children}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/** The row under a step: back to the one before, on to the next. `formId` where the row stands outside the form. */
export function WizardButtons(props: { backUrl: string; next: string; isBusy: boolean; formId?: string }) {
  const { backUrl, next, isBusy, formId } = props;
  const submitOther = () => document.querySelector<HTMLFormElement>(`form#${formId}`)?.requestSubmit();
  return (
    <InlineStack align="space-between">
      <Button url={backUrl} disabled={isBusy}>
        Back
      </Button>
      <Button variant="primary" submit={!formId} onClick={formId ? submitOther : undefined} loading={isBusy}>
        {next}
      </Button>
    </InlineStack>
  );
}
