import { BlockStack, Card, Checkbox, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import type { settingsFields } from "~/coupons/settings-form";
import type { MessageId } from "~/messages/english";
import type { useFields } from "~/ui/forms/use-fields";
import { useShopIntl } from "~/ui/shop-intl";

type Fields = ReturnType<typeof useFields<ReturnType<typeof settingsFields>>>;
type Switch = "verifiedBuyersOnly" | "waitForPublication";

const UNITS: { value: string; label: MessageId }[] = [
  { value: "minutes", label: "settings.minutes" },
  { value: "hours", label: "settings.hours" },
  { value: "days", label: "settings.days" },
];
/** Offered only where an installation has set them. */
const SECONDS: (typeof UNITS)[number] = { value: "seconds", label: "settings.seconds" };

/** When rewards wait, and whom they are for. `storedUnit`: the unit the saved hold window is shown in. */
export function RulesForm({ fields, storedUnit }: { fields: Fields; storedUnit: string }) {
  const intl = useShopIntl();
  const { values, set } = fields;
  const units = storedUnit === "seconds" ? [SECONDS, ...UNITS] : UNITS;
  const check = (name: Switch, label: MessageId, helpText: MessageId) => (
    <Checkbox
      label={intl.say(label)}
      helpText={intl.say(helpText)}
      checked={values[name] === "on"}
      onChange={(checked) => set(name, checked ? "on" : "")}
    />
  );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {intl.say("settings.before_sending")}
          </Text>
          <Text as="p" tone="subdued">
            {intl.say("settings.hold_window_text")}
          </Text>
          <FormLayout>
            <FormLayout.Group condensed>
              <TextField
                {...fields.text("holdAmount")}
                label={intl.say("settings.hold_window")}
                type="number"
                min={0}
              />
              <Select
                label={intl.say("settings.unit")}
                options={units.map(({ value, label }) => ({ value, label: intl.say(label) }))}
                value={values.holdUnit}
                onChange={(unit) => set("holdUnit", unit)}
              />
            </FormLayout.Group>
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {intl.say("settings.who_gets_coupons")}
          </Text>
          {check("verifiedBuyersOnly", "settings.verified_only", "settings.verified_only_text")}
          {check("waitForPublication", "settings.wait_for_publication", "settings.wait_for_publication_text")}
          <ChoiceList
            title={intl.say("settings.order_audience")}
            choices={[
              { value: "everyone", label: intl.say("settings.everyone") },
              { value: "accepts_marketing", label: intl.say("settings.accepts_marketing") },
            ]}
            selected={[values.orderAudience]}
            onChange={([audience = "everyone"]) => set("orderAudience", audience)}
          />
        </BlockStack>
      </Card>
    </>
  );
}
