import { Banner } from "@shopify/polaris";
import { useShopIntl } from "../shop-intl";

/** Says that coupons are given to nobody while the thank-you email is off. */
export function EmailOffBanner() {
  const intl = useShopIntl();
  return (
    <Banner
      tone="warning"
      title={intl.say("home.email_is_off")}
      action={{ content: intl.say("home.thank_you_email"), url: "/app/thank-you" }}
    >
      {intl.say("home.email_is_off_text")}
    </Banner>
  );
}
