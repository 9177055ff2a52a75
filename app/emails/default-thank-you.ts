/** What a shop's thank-you email says until the merchant changes it. */
export const DEFAULT_THANK_YOU = {
  subject: "Thank you — here is your coupon",
  body: `Hi {{ customer.first_name | default: "there" }},

Thank you for being part of {{ shop.name }}. The coupon above is for you: enter the code at checkout.

See you soon,
{{ shop.name }}`,
};
