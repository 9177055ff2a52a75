import { PlainPage } from "~/ui/plain-page";

/** Where the library sends requests that do not say which shop they come from. We never ask for a shop's address. */
export default function OpenFromShopify() {
  return (
    <PlainPage title="Open Laurel from Shopify">
      Laurel works inside your Shopify admin. Open it there: choose Apps, then Laurel.
    </PlainPage>
  );
}
