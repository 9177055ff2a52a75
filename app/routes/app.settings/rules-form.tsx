import { BlockStack, Card, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import type { settingsFields } from "~/coupons/settings-form";
import type { useFields } from "~/ui/use-fields";

type Fields = ReturnType<typeof useFields<ReturnType<typeof settingsFields>>>;
type Switch = "verifiedBuyersOnly" | "waitForPublication";

const UNITS = [
  { label: "Minutes", value: "minutes" },
  { label: "Hours", value: "hours" },
  { label: "Days", value: "days" },
];

/** When rewards wait, and whom they are for. `storedUnit`: the unit the saved hold window is shown in. */
export function RulesForm({ fields, storedUnit }: { fields: Fields; storedUnit: string }) {
  const { values, set } = fields;
  // Seconds are offered only where an installation has set them.
  const units = storedUnit === "seconds" ? [{ label: "Seconds", value: "seconds" }, ...UNITS] : UNITS;
  const check = (name: Switch, label: string, helpText: string) => (
    <Checkbox
      label={label}
      helpText={helpText}
      checked={values[name] === "on"}
      onChange={(checked) => set(name, checked ? "on" : "")}
    />
  );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Before a coupon is sent
          </Text>
          <Text as="p" tone="subdued">
            Shoppers often add a photo a little after their review, and then earn the coupon for photo reviews instead.
            The hold window is how long a coupon waits for that. It is sent at once if none of your coupons asks for
            more.
          </Text>
          <FormLayout>
            <FormLayout.Group condensed>
              <TextField {...fields.text("holdAmount")} label="Hold window" type="number" min={0} />
              <Select label="Unit" options={units} value={values.holdUnit} onChange={(unit) => set("holdUnit", unit)} />
            </FormLayout.Group>
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Who gets coupons
          </Text>
          {check(
            "verifiedBuyersOnly",
            "Verified buyers only",
            "Reviews by people who did not buy the product earn nothing.",
          )}
          {check(
            "waitForPublication",
            "Wait until a review is published",
            "Nothing is sent for a review you never publish.",
          )}
          <ChoiceList
            title="Coupons for orders go to"
            choices={[
              { value: "everyone", label: "Everyone" },
              { value: "accepts_marketing", label: "Only customers who accept marketing" },
            ]}
            selected={[values.orderAudience]}
            onChange={([audience = "everyone"]) => set("orderAudience", audience)}
          />
        </BlockStack>
      </Card>
    </>
  );
}
