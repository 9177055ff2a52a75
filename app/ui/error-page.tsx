import { isRouteErrorResponse, useNavigate } from "@remix-run/react";
import { BlockStack, Button, Card, Page, Text } from "@shopify/polaris";

/** What a merchant sees when a page cannot be shown, and what they can do about it. */
export function ErrorPage({ error }: { error: unknown }) {
  const navigate = useNavigate();
  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <Page title="Page not found">
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="p">The coupon or page may have been deleted, or the address is not complete.</Text>
            <Button url="/app">Go to Home</Button>
          </BlockStack>
        </Card>
      </Page>
    );
  }
  return (
    <Page title="Something went wrong">
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="p">
            Laurel could not show this page. Nothing you saved is lost, and coupons go on being sent. Try again; if it
            keeps happening, wait a few minutes.
          </Text>
          <Button variant="primary" onClick={() => navigate(0)}>
            Try again
          </Button>
        </BlockStack>
      </Card>
    </Page>
  );
}
