import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { RunningOutFields, StaticCodeField } from "./code-fields";
import { quantity } from "./quantity";
import type { FormState } from "./reward-fields";

/** The codes of a coupon that is live: its one code, or how many of its own it has left and what happens without. */
export function LiveCodeFields(props: {
  fields: FormState;
  couponId: string;
  codesLeft: number;
  shopEmail: string | null;
}) {
  const { fields, couponId, codesLeft, shopEmail } = props;
  const isStatic = fields.values.codeType === "static";
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {isStatic ? "Code for everybody" : "A code of their own for each"}
          </Text>
          {isStatic ? (
            <StaticCodeField fields={fields} />
          ) : (
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="p">{quantity(codesLeft, "code")} in the pool</Text>
              <Button url={`/app/coupons/${couponId}/codes`}>Add codes</Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
      {isStatic ? null : <RunningOutFields fields={fields} shopEmail={shopEmail} codesLeft={codesLeft} />}
    </>
  );
}
