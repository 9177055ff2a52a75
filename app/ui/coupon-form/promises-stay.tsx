import { Banner, BlockStack, Text } from "@shopify/polaris";
import { useShopIntl } from "../shop-intl";

/** What editing a live coupon changes about rewards already promised. */
export function PromisesStay() {
  const intl = useShopIntl();
  return (
    <Banner title={intl.say("promises_stay.title")}>
      <BlockStack gap="200">
        <Text as="p">{intl.say("promises_stay.from_now_on")}</Text>
        <Text as="p">{intl.say("promises_stay.what_stays")}</Text>
      </BlockStack>
    </Banner>
  );
}
