import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { LONGEST_DESCRIPTION } from "~/coupons/coupon-form";
import type { useFields } from "./use-fields";

/** A form's fields as its parts share them. */
export type FormState = ReturnType<typeof useFields<Record<string, string>>>;

const DELAY_UNITS = [
  { label: "Immediately", value: "immediately" },
  { label: "Hours later", value: "hours" },
  { label: "Days later", value: "days" },
];

/** What a shopper gets, when, and how often. `given`: promised and given so far, where the coupon is live. */
export function RewardFields({ fields, given }: { fields: FormState; given?: string }) {
  const { values, set, text } = fields;
  const mayFollowSmaller = values.trigger === "shared_review" || values.trigger === "photo_review";
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            What they get
          </Text>
          <TextField
            {...text("description")}
            label="Description"
            helpText="Stands in the email exactly as you write it here."
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
              helpText={given ?? "Leave empty for no limit."}
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
    </>
  );
}
