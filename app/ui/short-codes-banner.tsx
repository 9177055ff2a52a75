import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import type { ShortCoupon } from "~/insights/list-short-coupons.server";
import { quantity } from "./quantity";

const NAMED = 3;

/** Names the coupons that need codes, each with the way to add some; nothing where none does. */
export function ShortCodesBanner({ coupons }: { coupons: ShortCoupon[] }) {
  if (coupons.length === 0) return null;
  const hasNone = coupons.some(({ codesLeft }) => codesLeft === 0);
  const more = coupons.length - NAMED;
  return (
    <Banner tone="warning" title={hasNone ? "Codes have run out" : "Codes are running low"}>
      <BlockStack gap="100">
        <List>
          {coupons.slice(0, NAMED).map((coupon) => (
            <List.Item key={coupon.id}>
              <Link url={`/app/coupons/${coupon.id}/codes`} accessibilityLabel={`Add codes to ${coupon.description}`}>
                {coupon.description}
              </Link>
              {`: ${describe(coupon)}`}
            </List.Item>
          ))}
        </List>
        {more > 0 ? <Text as="p">{`And ${quantity(more, "more coupon")}.`}</Text> : null}
      </BlockStack>
    </Banner>
  );
}

function describe({ codesLeft, waiting }: ShortCoupon): string {
  const left = codesLeft === 0 ? "no codes left" : `${quantity(codesLeft, "code")} left`;
  if (waiting === 0) return left;
  return `${left}; ${quantity(waiting, "reward")} ${waiting === 1 ? "goes" : "go"} out as soon as you add codes`;
}
