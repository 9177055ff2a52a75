import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useShopIntl } from "../shop-intl";
import { RunningOutFields, StaticCodeField } from "./code-fields";
import type { FormState } from "./reward-fields";

/** The codes of a coupon that is live: its one code, or how many of its own it has left and what happens without. */
export function LiveCodeFields(props: {
  fields: FormState;
  couponId: string;
  codesLeft: number;
  shopEmail: string | null;
}) {
  const { fields, couponId, codesLeft, shopEmail } = props;
  const intl = useShopIntl();
  const isStatic = fields.values.codeType === "static";
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {isStatic ? intl.say("code_fields.code_for_everybody") : intl.say("code_type.dynamic")}
          </Text>
          {isStatic ? (
            <StaticCodeField fields={fields} />
          ) : (
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="p">{intl.say("code_fields.in_pool", { count: codesLeft })}</Text>
              <Button url={`/app/coupons/${couponId}/codes`}>{intl.say("codes.add_codes")}</Button>
            </InlineStack>
          )}
        </BlockStack>
      </Card>
      {isStatic ? null : <RunningOutFields fields={fields} shopEmail={shopEmail} codesLeft={codesLeft} />}
    </>
  );
}
