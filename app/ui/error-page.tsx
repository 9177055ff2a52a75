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
  if (isRouteErrorResponse(error) && error.status === 410) {
    return (
      <Page title="Coupon deleted">
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="p">
              This coupon was deleted, perhaps in another tab or by somebody else. Nothing you typed here was saved.
            </Text>
            <Button url="/app/coupons">Go to Coupons</Button>
          </BlockStack>
        </Card>
      </Page>
    );
  }
  if (isRouteErrorResponse(error) && error.status === 409) {
    return (
      <Page title="This coupon is already created">
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="p">
              It was created before, perhaps in another tab, and stands among your coupons. Its settings can be changed
              there; nothing you typed here was saved.
            </Text>
            <Button url="/app/coupons">Go to Coupons</Button>
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
