import type { MessageId } from "~/messages/english";

/** What a thank-you email can say. Text is plain, as its source gave it; null where there is nothing to say. */
export interface ThankYouVariables {
  customer: { first_name: string | null };
  /** `expires_on` is written out for the shopper, e.g. "31 December 2026"; null: no expiration. */
  coupon: { description: string; code: string; expires_on: string | null };
  /** 1 to 5; null for engagements without a rating. */
  review: { rating: number | null };
  product: { title: string | null };
  shop: { name: string };
  order: { name: string | null };
}

interface VariableForPicking {
  /** As written between `{{` and `}}`. */
  path: string;
  label: MessageId;
}

/** Every variable a template may use, in the order the page's picker lists them. */
export const THANK_YOU_VARIABLES: readonly VariableForPicking[] = [
  { path: "customer.first_name", label: "variable.first_name" },
  { path: "coupon.description", label: "variable.description" },
  { path: "coupon.code", label: "variable.code" },
  { path: "coupon.expires_on", label: "variable.last_day" },
  { path: "review.rating", label: "variable.rating" },
  { path: "product.title", label: "variable.product" },
  { path: "order.name", label: "variable.order" },
  { path: "shop.name", label: "variable.shop" },
];

/** The case in which a template has the most to work with: a value for every variable. Nobody reads them. */
export const FULL_VARIABLES: ThankYouVariables = {
  customer: { first_name: "Ada" },
  coupon: { description: "Tea", code: "SAMPLE-CODE", expires_on: "2030-12-31" },
  review: { rating: 5 },
  product: { title: "Teapot" },
  shop: { name: "Shop" },
  order: { name: "#1001" },
};

/** The case in which a template has the least to work with: everything that may be missing is. */
export const BAREST_VARIABLES: ThankYouVariables = {
  customer: { first_name: null },
  coupon: { description: "", code: "SAMPLE-CODE", expires_on: null },
  review: { rating: null },
  product: { title: null },
  shop: { name: "" },
  order: { name: null },
};
