import { Box, Text } from "@shopify/polaris";
import type { EngagementsPage } from "~/insights/list-engagements.server";
import { formatMoment } from "~/ui/format-moment";

/** Says how far a search for what is rare has come: the list ends there, what is older has not been looked at. */
export function SearchNote({
  page,
  timeZone,
}: {
  page: Pick<EngagementsPage, "searchedTo" | "older">;
  timeZone: string;
}) {
  if (!page.searchedTo) return null;
  const which = page.older ? "Older" : "Newer";
  return (
    <Box padding="400">
      <Text as="p" tone="subdued">
        Looked through decisions as far as {formatMoment(page.searchedTo, timeZone)}. {which} ones are on the{" "}
        {page.older ? "next" : "previous"} page.
      </Text>
    </Box>
  );
}
