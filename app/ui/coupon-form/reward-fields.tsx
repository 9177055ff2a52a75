import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { LONGEST_DESCRIPTION } from "~/coupons/coupon-form";
import { mayFollowSmaller } from "~/coupons/demand";
import type { useFields } from "../forms/use-fields";
import { useShopIntl } from "../shop-intl";

/** A form's fields as its parts share them. */
export type FormState = ReturnType<typeof useFields<Record<string, string>>>;

/** What a shopper gets, when, and how often. `given`: promised and given so far, where the coupon is live. */
export function RewardFields({ fields, given }: { fields: FormState; given?: string }) {
  const intl = useShopIntl();
  const { values, set, text } = fields;
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {intl.say("reward_fields.what_they_get")}
          </Text>
          <TextField
            {...text("description")}
            label={intl.say("reward_fields.description")}
            helpText={intl.say("reward_fields.description_help")}
            placeholder={intl.say("reward_fields.description_example")}
            maxLength={LONGEST_DESCRIPTION}
            showCharacterCount
          />
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {intl.say("reward_fields.when")}
          </Text>
          <FormLayout>
            <FormLayout.Group condensed>
              <Select
                label={intl.say("reward_fields.send")}
                name="delayUnit"
                options={[
                  { label: intl.say("reward_fields.immediately"), value: "immediately" },
                  { label: intl.say("reward_fields.hours_later"), value: "hours" },
                  { label: intl.say("reward_fields.days_later"), value: "days" },
                ]}
                value={values.delayUnit}
                onChange={(unit) => set("delayUnit", unit)}
              />
              {values.delayUnit === "immediately" ? null : (
                <TextField
                  {...text("delayAmount")}
                  label={intl.say("reward_fields.delay")}
                  type="number"
                  min={1}
                  suffix={intl.say(values.delayUnit === "hours" ? "reward_fields.hours" : "reward_fields.days")}
                />
              )}
            </FormLayout.Group>
            <TextField
              {...text("limitPerShopper")}
              label={intl.say("reward_fields.limit")}
              type="number"
              min={1}
              suffix={intl.say("reward_fields.times")}
            />
            <TextField
              {...text("budget")}
              label={intl.say("reward_fields.budget")}
              helpText={given ?? intl.say("reward_fields.budget_help")}
              type="number"
              min={1}
              suffix={intl.say("reward_fields.coupons")}
            />
          </FormLayout>
          {mayFollowSmaller(values.trigger ?? "") ? (
            <Checkbox
              name="alsoAfterSmaller"
              value="on"
              label={intl.say("reward_fields.also_after_smaller")}
              checked={values.alsoAfterSmaller === "on"}
              onChange={(checked) => set("alsoAfterSmaller", checked ? "on" : "")}
            />
          ) : null}
        </BlockStack>
      </Card>
    </>
  );
}
