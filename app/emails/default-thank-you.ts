import type { ShopIntl } from "~/messages/shop-intl";

/** What a shop's thank-you email says until the merchant changes it: two Liquid templates. */
export function defaultThankYou(intl: ShopIntl): { subject: string; body: string } {
  const name = `{{ customer.first_name | default: "${intl.say("default_mail.somebody")}" }}`;
  return {
    subject: intl.say("default_mail.subject"),
    body: intl.say("default_mail.body", { name, shop: "{{ shop.name }}" }),
  };
}
