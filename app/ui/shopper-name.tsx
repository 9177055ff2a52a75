import { Text } from "@shopify/polaris";

/** Who a shopper is: name and address as last given, whichever is known. Both are null once erased. */
export function ShopperName({ shopper }: { shopper: { name: string | null; value: string | null } }) {
  const { name, value } = shopper;
  return (
    <div>
      <Text as="p">{name ?? value ?? "Erased"}</Text>
      {name && value ? (
        <Text as="p" tone="subdued">
          {value}
        </Text>
      ) : null}
    </div>
  );
}
