import type { MessageId } from "~/messages/english";

/**
 * What the app's navigation offers beside Home. Shopify's admin marks the item whose address a page's address begins with, so each page
 * stands under the item it belongs to.
 */
export const NAVIGATION_ITEMS: { to: string; name: MessageId }[] = [
  { to: "/app/coupons", name: "navigation.coupons" },
  { to: "/app/sent", name: "navigation.sent_codes" },
  { to: "/app/activity", name: "navigation.activity" },
  { to: "/app/thank-you", name: "navigation.thank_you_email" },
  { to: "/app/sources", name: "navigation.sources" },
  { to: "/app/settings", name: "navigation.settings" },
];
