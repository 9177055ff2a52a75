/**
 * Where a page of the app stands in a shop's admin, for mails: the admin opens the app by its client id and passes the rest of the
 * path on. `path` begins with "/app".
 */
export function adminPageUrl(apiKey: string, shop: { domain: string }, path: string): string {
  const store = shop.domain.replace(/\.myshopify\.com$/, "");
  return `https://admin.shopify.com/store/${store}/apps/${apiKey}${path}`;
}
