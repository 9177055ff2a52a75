import { PlainPage } from "~/ui/plain-page";

/** Where the library sends requests that do not say which shop they come from. We never ask for a shop's address. */
export default function OpenFromShopify() {
  return <PlainPage title="plain_page.open_from_shopify" text="plain_page.open_from_shopify_text" />;
}
