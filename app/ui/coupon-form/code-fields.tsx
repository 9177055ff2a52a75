import { BlockStack, Card, Checkbox, ChoiceList, FormLayout, Text, TextField } from "@shopify/polaris";
import { hasInnerSpace, LONGEST_CODE, looksLikeSeveral } from "~/coupons/coupon-form-code";
import type { MessageId } from "~/messages/english";
import { useShopIntl } from "../shop-intl";
import { aboutReminder } from "./describe-coupon";
import type { FormState } from "./reward-fields";

/** The one code everybody gets. */
export function StaticCodeField({ fields }: { fields: FormState }) {
  const intl = useShopIntl();
  return (
    <TextField
      {...fields.text("staticCode")}
      label={intl.say("code_fields.code")}
      placeholder={intl.say("code_fields.code_example")}
      maxLength={LONGEST_CODE}
      helpText={intl.say(aboutCode(fields.values.staticCode) ?? "code_fields.made_in_shopify")}
    />
  );
}

/**
 * What shoppers get when the codes of a file run out, and who is told before that. `shopEmail`: null where not known. `codesLeft`:
 * those there are now.
 */
export function RunningOutFields(props: { fields: FormState; shopEmail: string | null; codesLeft: number }) {
  const { fields, shopEmail, codesLeft } = props;
  const { values, set, text } = fields;
  const intl = useShopIntl();
  const fallbackField = () => (
    <TextField
      {...text("fallbackCode")}
      label={intl.say("code_fields.fallback_code")}
      placeholder={intl.say("code_fields.code_example")}
      maxLength={LONGEST_CODE}
      helpText={intl.say(aboutCode(values.fallbackCode) ?? "code_fields.fallback_made_in_shopify")}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title={intl.say("code_fields.when_empty")}
          name="whenEmpty"
          choices={[
            {
              value: "wait",
              label: intl.say("code_fields.rewards_wait"),
              helpText: intl.say("code_fields.oldest_first"),
            },
            {
              value: "fallback",
              label: intl.say("code_fields.get_fallback"),
              renderChildren: (isOn) => (isOn ? fallbackField() : null),
            },
          ]}
          selected={[values.whenEmpty ?? "wait"]}
          onChange={([choice = "wait"]) => set("whenEmpty", choice)}
        />
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {intl.say("code_fields.reminder")}
          </Text>
          <Checkbox
            name="remind"
            value="on"
            label={intl.say("code_fields.remind")}
            checked={values.remind === "on"}
            onChange={(checked) => set("remind", checked ? "on" : "")}
          />
          {values.remind === "on" ? (
            <FormLayout>
              <TextField
                {...text("lowCodesAt")}
                label={intl.say("code_fields.remind_at")}
                type="number"
                min={1}
                suffix={intl.say("code_fields.codes_left")}
                helpText={aboutReminder(intl, values, codesLeft) ?? intl.say("code_fields.promised_are_not_left")}
              />
              <TextField
                {...text("remindedEmails")}
                label={intl.say("code_fields.reminded")}
                placeholder={intl.say("code_fields.reminded_example")}
                helpText={
                  shopEmail
                    ? intl.say("code_fields.reminded_help_with", { email: shopEmail })
                    : intl.say("code_fields.reminded_help")
                }
              />
            </FormLayout>
          ) : null}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

/** What is rarely meant is said, not refused: Shopify takes codes with spaces and commas inside. */
function aboutCode(code = ""): MessageId | null {
  if (looksLikeSeveral(code)) return "code_fields.looks_like_several";
  return hasInnerSpace(code) ? "code_fields.has_space" : null;
}
