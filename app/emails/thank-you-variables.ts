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
  label: string;
}

/** Every variable a template may use, in the order the page's picker lists them. */
export const THANK_YOU_VARIABLES: readonly VariableForPicking[] = [
  { path: "customer.first_name", label: "Customer's first name" },
  { path: "coupon.description", label: "Coupon description" },
  { path: "coupon.code", label: "Coupon code" },
  { path: "coupon.expires_on", label: "Coupon's last day" },
  { path: "review.rating", label: "Stars given" },
  { path: "product.title", label: "Product reviewed" },
  { path: "order.name", label: "Order number" },
  { path: "shop.name", label: "Your shop's name" },
];

/** Every value there is, for trying a template; the code exists in no pool. */
export const SAMPLE_VARIABLES: ThankYouVariables = {
  customer: { first_name: "Ada" },
  coupon: { description: "10% off your next order", code: "SAMPLE-CODE", expires_on: "December 31, 2030" },
  review: { rating: 5 },
  product: { title: "Ceramic teapot" },
  shop: { name: "Your shop" },
  order: { name: "#1001" },
};

/** What a preview can be about. */
export type SampleKind = "review" | "order";

/** Values for previews and test sends: what a mail about each has to tell. */
export const SAMPLES: Record<SampleKind, ThankYouVariables> = {
  review: { ...SAMPLE_VARIABLES, order: { name: null } },
  order: { ...SAMPLE_VARIABLES, review: { rating: null }, product: { title: null } },
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
