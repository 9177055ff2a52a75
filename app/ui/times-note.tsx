import { Text } from "@shopify/polaris";

/** Says once per page where its times are meant: the shop's time zone, which may not be the reader's. */
export function TimesNote({ timeZone }: { timeZone: string }) {
  return (
    <Text as="p" tone="subdued">
      Times are in {timeZone.replaceAll("_", " ")}.
    </Text>
  );
}
