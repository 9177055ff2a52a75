import { Text } from "@shopify/polaris";
import { useShopIntl } from "./shop-intl";

/** Who a shopper is: name and address as last given, whichever is known. Both are null once erased. */
export function ShopperName({ shopper }: { shopper: { name: string | null; value: string | null } }) {
  const intl = useShopIntl();
  const { name, value } = shopper;
  return (
    <div>
      <Text as="p">{name ?? value ?? intl.say("shopper.erased")}</Text>
      {name && value ? (
        <Text as="p" tone="subdued">
          {value}
        </Text>
      ) : null}
    </div>
  );
}
