import { Banner, BlockStack, ChoiceList, List, Text } from "@shopify/polaris";
import { rejectSentence } from "~/codes/reject-reason";
import type { DiscountGroup } from "~/codes/shopify-export";
import { formatMoney } from "./format-money";
import { quantity } from "./quantity";

/** Keys of the discounts a merchant will most likely want: they are active, and their names look like codes. */
export function canBeChosen(groups: DiscountGroup[]): string[] {
  return groups.filter((group) => isLikely(group)).map(({ key }) => key);
}

function isLikely({ fault, looksLikeTitle, status }: DiscountGroup): boolean {
  return fault === null && !looksLikeTitle && /^(active)?$/i.test(status);
}

/** Asks which discounts of a Shopify export are to be added, by what they are worth; those that cannot be given are listed below. */
export function DiscountChoice(props: {
  groups: DiscountGroup[];
  chosen: string[];
  currency: string;
  onChange: (chosen: string[]) => void;
}) {
  const { groups, chosen, currency, onChange } = props;
  const open = groups.filter(({ fault }) => fault === null);
  const faulty = groups.filter(({ fault }) => fault !== null);
  const worths = new Set(open.filter(({ key }) => chosen.includes(key)).map((group) => worthOf(group, currency)));
  return (
    <BlockStack gap="300">
      <ChoiceList
        allowMultiple
        title="Which discounts of this Shopify export do you want to give?"
        choices={open.map((group) => ({
          value: group.key,
          label: `${worthOf(group, currency)}: ${quantity(group.count, "code")}`,
          helpText: describeGroup(group),
        }))}
        selected={chosen}
        onChange={onChange}
      />
      {open.length === 0 ? <Text as="p">None of its discounts has a code that can be given.</Text> : null}
      {worths.size > 1 ? (
        <Banner tone="warning">
          The discounts you chose are worth different amounts. Shoppers get them as they stand in the file, so one may
          get more than another. To give everybody the same, make a coupon for each.
        </Banner>
      ) : null}
      {faulty.length > 0 ? (
        <BlockStack gap="100">
          <Text as="p">Not added, and listed in the report:</Text>
          <List>
            {faulty.map((group) => (
              <List.Item key={`${group.fault}|${group.key}`}>
                {quantity(group.count, "discount")}, such as <bdi>{group.example}</bdi>.{" "}
                {group.fault && rejectSentence(group.fault)}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      ) : null}
    </BlockStack>
  );
}

function worthOf({ value, valueType, type }: DiscountGroup, currency: string): string {
  if (value === null) return type || "Without a value";
  if (/percent/.test(valueType)) return `${value.toLocaleString("en")}% off`;
  return `${formatMoney(value, currency)} off`;
}

function describeGroup({ type, status, example, looksLikeTitle }: DiscountGroup): string {
  const about = [type, status].filter((part) => part !== "").join(", ");
  const doubt = looksLikeTitle ? " This looks like a title, not like a code shoppers can type." : "";
  return `${about === "" ? "" : `${about}. `}Such as ${example}.${doubt}`;
}
