import { Banner, BlockStack, Text } from "@shopify/polaris";

/** What editing a live coupon changes about rewards already promised. */
export function PromisesStay() {
  return (
    <Banner title="Rewards already promised do not change">
      <BlockStack gap="200">
        <Text as="p">
          Changes count for what shoppers do from now on. Who was promised this coupon gets it with the description and
          the last day it had then. Their code is taken when it is sent, so a new code reaches them too.
        </Text>
        <Text as="p">
          What a shopper has to do, and whether the code is the same for everybody, stays as it is. To change that,
          duplicate the coupon.
        </Text>
      </BlockStack>
    </Banner>
  );
}
