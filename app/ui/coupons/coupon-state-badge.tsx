import { Badge, type BadgeProps } from "@shopify/polaris";
import type { MessageId } from "~/messages/english";
import type { CouponState } from "~/platform/generated/client";
import { useShopIntl } from "../shop-intl";

/** A coupon's states as the merchant reads them. */
export const COUPON_STATES: Record<CouponState, MessageId> = {
  draft: "coupon_state.draft",
  active: "coupon_state.active",
  paused: "coupon_state.paused",
  deleted: "coupon_state.deleted",
};

const TONES: Partial<Record<CouponState, BadgeProps["tone"]>> = { draft: "info", active: "success" };

/** The state a coupon is in; an active one that may be given no more says so instead. */
export function CouponStateBadge({
  coupon,
}: {
  coupon: { state: CouponState; budget: number | null; budgetUsed: number };
}) {
  const intl = useShopIntl();
  const { state, budget, budgetUsed } = coupon;
  if (state === "active" && budget !== null && budgetUsed >= budget) {
    return <Badge tone="attention">{intl.say("coupon_state.used_up")}</Badge>;
  }
  return <Badge tone={TONES[state]}>{intl.say(COUPON_STATES[state])}</Badge>;
}
