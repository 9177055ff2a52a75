import { Form, useNavigation } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Box,
  Card,
  Checkbox,
  ChoiceList,
  FormLayout,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { type engagementFields, LONGEST_DESCRIPTION } from "~/coupons/coupon-form";
import { OFFERED_TRIGGERS, triggerLabel } from "~/coupons/trigger-labels";
import { LeaveGuard } from "./leave-guard";
import { useFields } from "./use-fields";
import { WizardButtons } from "./wizard-page";

const DELAY_UNITS = [
  { label: "Immediately", value: "immediately" },
  { label: "Hours later", value: "hours" },
  { label: "Days later", value: "days" },
];

/** Step 1 of the wizard: what a shopper does, what they get, when, and how often. */
export function EngagementStep(props: {
  saved: ReturnType<typeof engagementFields>;
  errors: Record<string, string> | undefined;
}) {
  const { values, set, text, errorOf, isDirty } = useFields<Record<string, string>>(props.saved, props.errors);
  const mayFollowSmaller = values.trigger === "shared_review" || values.trigger === "photo_review";
  // Sharing happens after the mail for the review, so there it is on unless the merchant says otherwise.
  const chooseTrigger = (trigger: string) => {
    set("trigger", trigger);
    set("alsoAfterSmaller", trigger === "shared_review" ? "on" : "");
  };
  return (
    <Form method="post" noValidate>
      <LeaveGuard isDirty={isDirty} />
      <BlockStack gap="400">
        <Card>
          <ChoiceList
            title="What does a shopper do?"
            name="trigger"
            choices={OFFERED_TRIGGERS.map((trigger) => ({ value: trigger, label: triggerLabel(trigger) }))}
            selected={values.trigger ? [values.trigger] : []}
            onChange={([trigger = ""]) => chooseTrigger(trigger)}
            error={errorOf("trigger")}
          />
          {values.trigger?.includes("review") ? (
            <Box paddingBlockStart="300">
              <Banner>Shop and Google may not show reviews that were rewarded.</Banner>
            </Box>
          ) : null}
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              What they get
            </Text>
            <TextField
              {...text("description")}
              label="Description"
              helpText="Shown to shoppers in the email."
              placeholder="10% off your next order"
              maxLength={LONGEST_DESCRIPTION}
              showCharacterCount
            />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              When and how often
            </Text>
            <FormLayout>
              <FormLayout.Group condensed>
                <Select
                  label="Send the coupon"
                  name="delayUnit"
                  options={DELAY_UNITS}
                  value={values.delayUnit}
                  onChange={(unit) => set("delayUnit", unit)}
                />
                {values.delayUnit === "immediately" ? null : (
                  <TextField {...text("delayAmount")} label="Delay" type="number" min={1} suffix={values.delayUnit} />
                )}
              </FormLayout.Group>
              <TextField
                {...text("limitPerShopper")}
                label="Times one shopper can get it"
                type="number"
                min={1}
                suffix="times"
              />
              <TextField
                {...text("budget")}
                label="Coupons to give in all (optional)"
                helpText="Leave empty for no limit."
                type="number"
                min={1}
                suffix="coupons"
              />
            </FormLayout>
            {mayFollowSmaller ? (
              <Checkbox
                name="alsoAfterSmaller"
                value="on"
                label="Also for shoppers who already got a smaller reward for the same review"
                checked={values.alsoAfterSmaller === "on"}
                onChange={(checked) => set("alsoAfterSmaller", checked ? "on" : "")}
              />
            ) : null}
          </BlockStack>
        </Card>
        <WizardButtons backUrl="/app/coupons" next="Next" isBusy={useNavigation().state !== "idle"} />
      </BlockStack>
    </Form>
  );
}
