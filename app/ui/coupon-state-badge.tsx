import { Badge, type BadgeProps } from "@shopify/polaris";
import type { MessageId } from "~/messages/english";
import type { CouponState } from "~/platform/generated/client";
import { useShopIntl } from "./shop-intl";

/** A coupon's states as the merchant reads them. */
export const COUPON_STATES: Record<CouponState, MessageId> = {
  draft: "coupon_state.draft",
  active: "coupon_state.active",
  paused: "coupon_state.paused",
  deleted: "coupon_state.deleted",
};

const TONES: Partial<Record<CouponState, BadgeProps["tone"]>> = { draft: "info", active: "success" };

/** The state a coupon is in. */
export function CouponStateBadge({ state }: { state: CouponState }) {
  return <Badge tone={TONES[state]}>{useShopIntl().say(COUPON_STATES[state])}</Badge>;
}
