import { Banner, BlockStack, ChoiceList, List, Text } from "@shopify/polaris";
import type { DiscountGroup } from "~/codes/files/shopify-export";
import { rejectSentence } from "~/codes/reject-reason";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "../shop-intl";

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
  onChange: (chosen: string[]) => void;
}) {
  const { groups, chosen, onChange } = props;
  const intl = useShopIntl();
  const open = groups.filter(({ fault }) => fault === null);
  const faulty = groups.filter(({ fault }) => fault !== null);
  const worths = new Set(open.filter(({ key }) => chosen.includes(key)).map((group) => worthOf(intl, group)));
  return (
    <BlockStack gap="300">
      <ChoiceList
        allowMultiple
        title={intl.say("codes.which_discounts")}
        choices={open.map((group) => ({
          value: group.key,
          label: intl.say("codes.discount_with_codes", { worth: worthOf(intl, group), count: group.count }),
          helpText: describeGroup(intl, group),
        }))}
        selected={chosen}
        onChange={onChange}
      />
      {open.length === 0 ? <Text as="p">{intl.say("codes.no_discount_with_code")}</Text> : null}
      {worths.size > 1 ? <Banner tone="warning">{intl.say("codes.discounts_differ")}</Banner> : null}
      {faulty.length > 0 ? (
        <BlockStack gap="100">
          <Text as="p">{intl.say("codes.discounts_not_added")}</Text>
          <List>
            {faulty.map((group) => (
              <List.Item key={`${group.fault}|${group.key}`}>
                {intl.say("codes.discounts_such_as", { count: group.count, example: group.example })}{" "}
                {group.fault && intl.say(rejectSentence(group.fault))}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      ) : null}
    </BlockStack>
  );
}

function worthOf(intl: ShopIntl, { value, valueType, type }: DiscountGroup): string {
  if (value === null) return type || intl.say("codes.without_value");
  if (/percent/.test(valueType)) return intl.say("codes.percent_off", { percent: value });
  return intl.say("codes.amount_off", { amount: intl.money(value) });
}

/** In the export's words what kind of discount it is and how it stands; then one of them by name. */
function describeGroup(intl: ShopIntl, { type, status, example, looksLikeTitle }: DiscountGroup): string {
  const about = [type, status].filter((part) => part !== "").join(", ");
  const sentences = [
    about !== "" && intl.say("codes.export_says", { about }),
    intl.say("codes.such_as", { example }),
    looksLikeTitle && intl.say("codes.looks_like_title"),
  ];
  return sentences.filter((said) => said !== false).join(" ");
}
