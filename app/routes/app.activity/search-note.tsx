import { Box, Text } from "@shopify/polaris";
import type { EngagementsPage } from "~/insights/list-engagements.server";
import { useShopIntl } from "~/ui/shop-intl";

/** Says how far a search for what is rare has come: the list ends there, what is older has not been looked at. */
export function SearchNote({ page }: { page: Pick<EngagementsPage, "searchedTo" | "older"> }) {
  const intl = useShopIntl();
  if (!page.searchedTo) return null;
  const direction = page.older ? "older" : "newer";
  return (
    <Box padding="400">
      <Text as="p" tone="subdued">
        {intl.say("activity.searched_to", { moment: intl.moment(page.searchedTo), direction })}
      </Text>
    </Box>
  );
}
