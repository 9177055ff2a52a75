/** What Shopify admin adds to the address it loads the app's first page from. */
const FROM_ADMIN = ["shop", "host", "embedded"] as const;

/**
 * Where a page that was asked for without saying for which shop has to be asked for instead; null where nothing is missing, or
 * nobody knows. A link that is followed before the page's scripts run is an ordinary navigation: the page it stands on, which the
 * browser names in full to the same origin, still has in its address what Shopify admin gave it.
 * (https://shopify.dev/docs/apps/build/authentication-authorization/set-embedded-app-authorization)
 */
export function embeddedAddress(request: Request): string | null {
  const asked = new URL(request.url);
  const referer = request.headers.get("referer");
  const isPage = request.method === "GET" && request.headers.get("accept")?.includes("text/html");
  if (!isPage || !referer || asked.searchParams.has("shop") || request.headers.has("authorization")) return null;
  const from = URL.canParse(referer) ? new URL(referer) : null;
  if (from?.host !== asked.host || !from.searchParams.has("shop") || !from.searchParams.has("host")) return null;
  for (const name of FROM_ADMIN) {
    const value = from.searchParams.get(name);
    if (value !== null) asked.searchParams.set(name, value);
  }
  return asked.pathname + asked.search;
}
