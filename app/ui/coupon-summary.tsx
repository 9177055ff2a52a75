import { BlockStack, Card, Text } from "@shopify/polaris";
import { describeCoupon, describeLimits, type TypedCoupon } from "./describe-coupon";

/** The coupon in plain words beside its form, growing as the form is filled in. `codesLeft`: in its pools now. */
export function CouponSummary({ typed, codesLeft }: { typed: TypedCoupon; codesLeft: number }) {
  const said = describeCoupon(typed, codesLeft);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          Summary
        </Text>
        {said ? (
          <>
            <Text as="p" breakWord>
              {said}
            </Text>
            {describeLimits(typed, codesLeft).map((sentence) => (
              <Text as="p" tone="subdued" breakWord key={sentence}>
                {sentence}
              </Text>
            ))}
          </>
        ) : (
          <Text as="p" tone="subdued">
            Choose what a shopper does, and read here what your coupon means.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
