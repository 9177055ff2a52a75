import { Box, ChoiceList, Filters, type FiltersProps, Select } from "@shopify/polaris";
import { OFFERED_TRIGGERS, triggerLabel } from "~/coupons/trigger-labels";
import { COUPON_SORTS, type CouponFilter, type CouponSort } from "~/insights/coupon-filter";
import type { MessageId } from "~/messages/english";
import type { ShopIntl } from "~/messages/shop-intl";
import type { CodeType, CouponState } from "~/platform/generated/client";
import { useShopIntl } from "../shop-intl";
import { type AddressFilters, useAddressFilters } from "../use-address-filters";
import { COUPON_STATES } from "./coupon-state-badge";

const NAMES = ["state", "trigger", "codes"] as const;
const STATES: CouponState[] = ["active", "paused", "draft"];
const CODE_TYPES: Record<CodeType, MessageId> = { static: "code_type.static", dynamic: "code_type.dynamic" };
const SORTS: Record<CouponSort, MessageId> = {
  newest: "coupon_sort.newest",
  oldest: "coupon_sort.oldest",
  name: "coupon_sort.name",
  given: "coupon_sort.given",
  redeemed: "coupon_sort.redeemed",
  "codes-left": "coupon_sort.codes_left",
  "days-left": "coupon_sort.days_left",
};

/** Search, filters and order above the list of coupons. */
export function CouponFilters({ filter }: { filter: CouponFilter }) {
  const intl = useShopIntl();
  const address = useAddressFilters(NAMES);
  return (
    <>
      <Filters
        queryValue={address.text}
        queryPlaceholder={intl.say("coupon_filters.search")}
        onQueryChange={address.type}
        onQueryClear={() => address.type("")}
        onClearAll={address.clear}
        loading={address.isLoading}
        filters={fields(intl, filter, address)}
        appliedFilters={applied(intl, filter, address)}
      />
      <Box paddingInline="200" paddingBlock="200" maxWidth="300px">
        <Select
          label={intl.say("coupon_filters.sort_by")}
          labelInline
          options={COUPON_SORTS.map((value) => ({ value, label: intl.say(SORTS[value]) }))}
          value={filter.sort}
          onChange={(sort) => address.set({ sort: sort === "newest" ? null : sort })}
        />
      </Box>
    </>
  );
}

function fields(intl: ShopIntl, filter: CouponFilter, { set }: AddressFilters): FiltersProps["filters"] {
  const list = (
    label: string,
    name: string,
    choices: { value: string; label: string }[],
    selected: string | null,
  ): FiltersProps["filters"][number] => ({
    key: name,
    label,
    shortcut: true,
    pinned: true,
    filter: (
      <ChoiceList
        title={label}
        titleHidden
        choices={choices}
        selected={selected ? [selected] : []}
        onChange={([chosen = ""]) => set({ [name]: chosen })}
      />
    ),
  });
  const states = STATES.map((value) => ({ value, label: intl.say(COUPON_STATES[value]) }));
  const triggers = OFFERED_TRIGGERS.map((value) => ({ value, label: intl.say(triggerLabel(value)) }));
  const codeTypes = Object.entries(CODE_TYPES).map(([value, label]) => ({ value, label: intl.say(label) }));
  return [
    list(intl.say("coupon_filters.state"), "state", states, filter.state),
    list(intl.say("coupon_filters.engagement"), "trigger", triggers, filter.trigger),
    list(intl.say("coupon_filters.code_type"), "codes", codeTypes, filter.codeType),
  ];
}

function applied(intl: ShopIntl, filter: CouponFilter, { set }: AddressFilters): FiltersProps["appliedFilters"] {
  const { state, trigger, codeType } = filter;
  const labels = {
    state: state && COUPON_STATES[state],
    trigger: trigger && triggerLabel(trigger),
    codes: codeType && CODE_TYPES[codeType],
  };
  return Object.entries(labels).flatMap(([key, label]) =>
    label ? [{ key, label: intl.say(label), onRemove: () => set({ [key]: null }) }] : [],
  );
}
