import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";

/** Header that tells the stand-in which shop a request was for. */
const SHOP_HEADER = "X-Devstore-Shop";

/**
 * Sends every request the Shopify library makes to a shop to the stand-in at `origin` instead. Only for development:
 * the settings refuse such an origin unless it and the app are both on loopback.
 */
export function sendShopRequestsTo(origin: string): void {
  setAbstractFetchFunc((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.hostname.endsWith(".myshopify.com")) return fetch(input, init);
    const headers = new Headers(init?.headers);
    headers.set(SHOP_HEADER, url.hostname);
    return fetch(new URL(url.pathname + url.search, origin), { ...init, headers });
  });
}

/**
 * Adds the stand-in's admin frame to those who may frame the page, where the library has named Shopify's, and takes back
 * its wish that the browser fetch Shopify's own App Bridge early.
 */
export function allowFrame(headers: Headers, origin: string): void {
  const policy = headers.get("Content-Security-Policy");
  if (policy) headers.set("Content-Security-Policy", policy.replace("frame-ancestors ", `frame-ancestors ${origin} `));
  headers.delete("Link");
}
