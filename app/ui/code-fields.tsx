import { BlockStack, Card, Checkbox, ChoiceList, FormLayout, Text, TextField } from "@shopify/polaris";
import { hasInnerSpace, LONGEST_CODE, looksLikeSeveral } from "~/coupons/coupon-form-code";
import { aboutReminder } from "./describe-coupon";
import type { FormState } from "./reward-fields";

const MADE_IN_SHOPIFY = "Create it in Shopify admin under Discounts first; Laurel does not.";
const SPACE = "This code has a space in it. Check that it is spelled exactly so in your Shopify discounts.";
const SEVERAL =
  "Shoppers get all of this as one code. Enter one code without commas, or give each shopper a code of their own from a file.";

/** The one code everybody gets. */
export function StaticCodeField({ fields }: { fields: FormState }) {
  return (
    <TextField
      {...fields.text("staticCode")}
      label="Code"
      placeholder="THANKS10"
      maxLength={LONGEST_CODE}
      helpText={aboutCode(fields.values.staticCode) ?? MADE_IN_SHOPIFY}
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
  const fallbackField = () => (
    <TextField
      {...text("fallbackCode")}
      label="Fallback code"
      placeholder="THANKS10"
      maxLength={LONGEST_CODE}
      helpText={aboutCode(values.fallbackCode) ?? `The same code for everybody. ${MADE_IN_SHOPIFY}`}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title="When the codes run out"
          name="whenEmpty"
          choices={[
            {
              value: "wait",
              label: "Rewards wait until you add codes",
              helpText: "The oldest goes out first.",
            },
            {
              value: "fallback",
              label: "Shoppers get a fallback code",
              renderChildren: (isOn) => (isOn ? fallbackField() : null),
            },
          ]}
          selected={[values.whenEmpty ?? "wait"]}
          onChange={([choice = "wait"]) => set("whenEmpty", choice)}
        />
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            Low-codes reminder
          </Text>
          <Checkbox
            name="remind"
            value="on"
            label="Email a reminder when codes run low, and once more when none is left"
            checked={values.remind === "on"}
            onChange={(checked) => set("remind", checked ? "on" : "")}
          />
          {values.remind === "on" ? (
            <FormLayout>
              <TextField
                {...text("lowCodesAt")}
                label="Remind at"
                type="number"
                min={1}
                suffix="codes left"
                helpText={
                  aboutReminder(values, codesLeft) ?? "Codes already promised to shoppers do not count as left."
                }
              />
              <TextField
                {...text("remindedEmails")}
                label="Send the reminder to (optional)"
                placeholder="someone@example.com, another@example.com"
                helpText={
                  shopEmail
                    ? `Separate addresses by commas. Leave empty for the shop’s own address, ${shopEmail}.`
                    : "Separate addresses by commas. Leave empty for the shop’s own address."
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
function aboutCode(code = ""): string | null {
  if (looksLikeSeveral(code)) return SEVERAL;
  return hasInnerSpace(code) ? SPACE : null;
}
