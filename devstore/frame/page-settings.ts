/** What the frame's page needs to know, written into it by the server. */
export interface PageSettings {
  appUrl: string;
  appName: string;
  shopName: string;
  /** "example.myshopify.com". */
  shopDomain: string;
  /** IANA time zone of the shop; every time on the page is shown in it. */
  timeZone: string;
  /** Base64 of "admin.shopify.com/store/<handle>", as Shopify puts it into `host`. */
  host: string;
}
