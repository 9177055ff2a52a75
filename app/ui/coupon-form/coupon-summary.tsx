import { BlockStack, Card, Text } from "@shopify/polaris";
import { useShopIntl } from "../shop-intl";
import { describeCoupon, describeLimits, type TypedCoupon } from "./describe-coupon";

/** The coupon in plain words beside its form, growing as the form is filled in. `codesLeft`: in its pools now. */
export function CouponSummary({ typed, codesLeft }: { typed: TypedCoupon; codesLeft: number }) {
  const intl = useShopIntl();
  const said = describeCoupon(intl, typed, codesLeft);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {intl.say("coupon_summary.title")}
        </Text>
        {said ? (
          <>
            <Text as="p" breakWord>
              {said}
            </Text>
            {describeLimits(intl, typed, codesLeft).map((sentence) => (
              <Text as="p" tone="subdued" breakWord key={sentence}>
                {sentence}
              </Text>
            ))}
          </>
        ) : (
          <Text as="p" tone="subdued">
            {intl.say("coupon_summary.nothing_yet")}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
