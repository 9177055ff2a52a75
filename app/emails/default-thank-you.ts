/** What a shop's thank-you email says until the merchant changes it. */
export const DEFAULT_THANK_YOU = {
  subject: "Thank you — here is your coupon",
  body: `Hi {{ customer.first_name | default: "there" }},

{% if product.title %}thank you for taking the time to write about {{ product.title }}.{% elsif order.name %}thank you for your order {{ order.name }}.{% else %}thank you for being part of {{ shop.name }}.{% endif %} Here is a little something for your next visit.

See you soon,
{{ shop.name }}`,
};
