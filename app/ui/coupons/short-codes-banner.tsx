import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import type { ShortCoupon } from "~/insights/list-short-coupons.server";
import { useShopIntl } from "../shop-intl";

const NAMED = 3;

/** Names the coupons that need codes, each with the way to add some; nothing where none does. */
export function ShortCodesBanner({ coupons }: { coupons: ShortCoupon[] }) {
  const intl = useShopIntl();
  if (coupons.length === 0) return null;
  const hasNone = coupons.some(({ codesLeft }) => codesLeft === 0);
  const more = coupons.length - NAMED;
  return (
    <Banner tone="warning" title={intl.say(hasNone ? "codes.have_run_out" : "codes.run_low")}>
      <BlockStack gap="100">
        <List>
          {coupons.slice(0, NAMED).map((coupon) => (
            <List.Item key={coupon.id}>
              {intl.rich(coupon.codesLeft === 0 ? "codes.none_left_of" : "codes.left_of", {
                count: coupon.codesLeft,
                coupon: () => <CodesLink key="coupon" coupon={coupon} />,
              })}
              {coupon.waiting > 0 ? ` ${intl.say("codes.rewards_wait", { count: coupon.waiting })}` : ""}
            </List.Item>
          ))}
        </List>
        {more > 0 ? <Text as="p">{intl.say("codes.more_coupons", { count: more })}</Text> : null}
      </BlockStack>
    </Banner>
  );
}

function CodesLink({ coupon }: { coupon: ShortCoupon }) {
  const intl = useShopIntl();
  const label = intl.say("codes.add_codes_to", { coupon: coupon.description });
  return (
    <Link url={`/app/coupons/${coupon.id}/codes`} accessibilityLabel={label}>
      <bdi>{coupon.description}</bdi>
    </Link>
  );
}
