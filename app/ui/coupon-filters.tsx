import { Box, ChoiceList, Filters, type FiltersProps, Select } from "@shopify/polaris";
import { triggerLabel } from "~/coupons/trigger-labels";
import type { CouponFilter, CouponSort } from "~/insights/coupon-filter";
import type { CodeType, CouponState, Trigger } from "~/platform/generated/client";
import { type AddressFilters, useAddressFilters } from "./use-address-filters";

const NAMES = ["state", "trigger", "codes"] as const;
const STATES: { value: CouponState; label: string }[] = [
  { value: "active", label: "Active" },
  { value: "paused", label: "Paused" },
  { value: "draft", label: "Draft" },
];
const TRIGGERS: Trigger[] = ["order", "review", "photo_review", "shared_review", "answer"];
const CODE_TYPES: { value: CodeType; label: string }[] = [
  { value: "static", label: "One code for everybody" },
  { value: "dynamic", label: "A code of their own for each" },
];
const SORTS: { value: CouponSort; label: string }[] = [
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
  { value: "name", label: "Description A–Z" },
  { value: "given", label: "Most given" },
  { value: "redeemed", label: "Most redeemed" },
  { value: "codes-left", label: "Fewest codes left" },
  { value: "days-left", label: "Fewest days of supply left" },
];

/** Search, filters and order above the list of coupons. */
export function CouponFilters({ filter }: { filter: CouponFilter }) {
  const address = useAddressFilters(NAMES);
  return (
    <>
      <Filters
        queryValue={address.text}
        queryPlaceholder="Search coupons"
        onQueryChange={address.type}
        onQueryClear={() => address.type("")}
        onClearAll={address.clear}
        loading={address.isLoading}
        filters={fields(filter, address)}
        appliedFilters={applied(filter, address)}
      />
      <Box paddingInline="200" paddingBlock="200" maxWidth="300px">
        <Select
          label="Sort by"
          labelInline
          options={SORTS}
          value={filter.sort}
          onChange={(sort) => address.set({ sort: sort === "newest" ? null : sort })}
        />
      </Box>
    </>
  );
}

function fields(filter: CouponFilter, { set }: AddressFilters): FiltersProps["filters"] {
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
  const triggers = TRIGGERS.map((value) => ({ value, label: triggerLabel(value) }));
  return [
    list("State", "state", STATES, filter.state),
    list("Engagement", "trigger", triggers, filter.trigger),
    list("Code type", "codes", CODE_TYPES, filter.codeType),
  ];
}

function applied(filter: CouponFilter, { set }: AddressFilters): FiltersProps["appliedFilters"] {
  const labels = {
    state: STATES.find(({ value }) => value === filter.state)?.label,
    trigger: filter.trigger ? triggerLabel(filter.trigger) : undefined,
    codes: CODE_TYPES.find(({ value }) => value === filter.codeType)?.label,
  };
  return Object.entries(labels).flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => set({ [key]: null }) }] : [],
  );
}
