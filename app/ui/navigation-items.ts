/**
 * What the app's navigation offers beside Home. Shopify's admin marks the item whose address a page's address begins with, so each page
 * stands under the item it belongs to.
 */
export const NAVIGATION_ITEMS = [
  { to: "/app/coupons", name: "Coupons" },
  { to: "/app/sent", name: "Sent codes" },
  { to: "/app/activity", name: "Activity" },
  { to: "/app/thank-you", name: "Thank-you email" },
  { to: "/app/sources", name: "Sources" },
  { to: "/app/settings", name: "Settings" },
];
