import { Text } from "@shopify/polaris";
import { useShopIntl } from "./shop-intl";

/** Says once per page where its times are meant: the shop's time zone, which may not be the reader's. */
export function TimesNote() {
  const intl = useShopIntl();
  return (
    <Text as="p" tone="subdued">
      {intl.say("times_note.zone", { zone: intl.format.timeZone.replaceAll("_", " ") })}
    </Text>
  );
}
