import { BlockStack, InlineGrid } from "@shopify/polaris";
import type { ReactNode } from "react";
import { CouponSummary } from "./coupon-summary";
import type { TypedCoupon } from "./describe-coupon";

/** A form with the coupon's summary beside it, which stays in sight; on a phone it comes after the form. */
export function BesideSummary(props: { typed: TypedCoupon; codesLeft: number; children: ReactNode }) {
  const { typed, codesLeft, children } = props;
  return (
    <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400" alignItems="start">
      <BlockStack gap="400">{children}</BlockStack>
      <div style={{ position: "sticky", top: "var(--p-space-400)" }}>
        <CouponSummary typed={typed} codesLeft={codesLeft} />
      </div>
    </InlineGrid>
  );
}
