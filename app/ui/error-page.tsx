import { isRouteErrorResponse, useLocation, useNavigate } from "@remix-run/react";
import { BlockStack, Button, Card, Page, Text } from "@shopify/polaris";
import { type ReactNode, useEffect } from "react";
import type { MessageId } from "~/messages/english";
import { keepSent } from "./forms/kept-typing";
import { useShopIntl } from "./shop-intl";

interface Explanation {
  title: MessageId;
  text: MessageId;
  url: string;
  action: MessageId;
}

/** By HTTP status: 404 for what is not there, 410 and 409 for a coupon that was deleted or created meanwhile, 413 for a huge form. */
const EXPLANATIONS: Record<number, Explanation> = {
  404: {
    title: "error_page.not_found",
    text: "error_page.not_found_text",
    url: "/app",
    action: "error_page.go_home",
  },
  409: {
    title: "error_page.coupon_created",
    text: "error_page.coupon_created_text",
    url: "/app/coupons",
    action: "error_page.go_to_coupons",
  },
  410: {
    title: "error_page.coupon_deleted",
    text: "error_page.coupon_deleted_text",
    url: "/app/coupons",
    action: "error_page.go_to_coupons",
  },
  413: {
    title: "error_page.form_too_large",
    text: "error_page.form_too_large_text",
    url: "/app",
    action: "error_page.go_home",
  },
};

/** What a merchant sees when a page cannot be shown, and what they can do about it. */
export function ErrorPage({ error }: { error: unknown }) {
  const intl = useShopIntl();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => keepSent(pathname), [pathname]);
  const known = isRouteErrorResponse(error) ? EXPLANATIONS[error.status] : undefined;
  if (known) {
    return (
      <Explained title={known.title} text={known.text}>
        <Button url={known.url}>{intl.say(known.action)}</Button>
      </Explained>
    );
  }
  // Not by a reload: the address Shopify loaded the app from, which says for which shop, is gone by now.
  const tryAgain = () => navigate(pathname + search, { replace: true });
  const hasEnded = isRouteErrorResponse(error) && error.status === 401;
  return (
    <Explained
      title={hasEnded ? "error_page.session_ended" : "error_page.failed"}
      text={hasEnded ? "error_page.session_ended_text" : "error_page.failed_text"}
    >
      <Button variant="primary" onClick={tryAgain}>
        {intl.say("error_page.try_again")}
      </Button>
    </Explained>
  );
}

function Explained({ title, text, children }: { title: MessageId; text: MessageId; children: ReactNode }) {
  const intl = useShopIntl();
  return (
    <Page title={intl.say(title)}>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="p">{intl.say(text)}</Text>
          {children}
        </BlockStack>
      </Card>
    </Page>
  );
}
