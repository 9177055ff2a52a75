import { BlockStack, ChoiceList, Filters, type FiltersProps, TextField } from "@shopify/polaris";
import { rewardLabel } from "~/insights/reward-label";
import { SENT_CODE_STATES, type SentCodesFilter } from "~/insights/sent-codes-filter";
import { formatDay } from "./format-moment";
import { type AddressFilters, useAddressFilters } from "./use-address-filters";

const NAMES = ["match", "state", "from", "until"] as const;
const STATES = SENT_CODE_STATES.map((value) => ({ value, label: rewardLabel(value).label }));
const MATCHES = [
  { value: "prefix", label: "Begins with the text" },
  { value: "exact", label: "Is exactly the text" },
];

/** Search by code or email, and filters by state and day, above the record of sent codes. */
export function SentCodesFilters({ filter, timeZone }: { filter: SentCodesFilter; timeZone: string }) {
  const address = useAddressFilters(NAMES);
  return (
    <Filters
      queryValue={address.text}
      queryPlaceholder="Search by code or email"
      onQueryChange={address.type}
      onQueryClear={() => address.type("")}
      onClearAll={address.clear}
      loading={address.isLoading}
      filters={fields(filter, address, timeZone)}
      appliedFilters={applied(filter, address)}
    />
  );
}

function fields(filter: SentCodesFilter, { set }: AddressFilters, timeZone: string): FiltersProps["filters"] {
  const state = (
    <ChoiceList
      title="State"
      titleHidden
      choices={STATES}
      selected={filter.state ? [filter.state] : []}
      onChange={([chosen = ""]) => set({ state: chosen })}
    />
  );
  const match = (
    <ChoiceList
      title="Search finds what"
      titleHidden
      choices={MATCHES}
      selected={[filter.match]}
      onChange={([chosen]) => set({ match: chosen === "exact" ? chosen : null })}
    />
  );
  const day = (label: string, name: "from" | "until") => (
    <TextField
      type="date"
      label={label}
      value={filter[name] ?? ""}
      onChange={(chosen) => set({ [name]: chosen })}
      autoComplete="off"
    />
  );
  const given = (
    <BlockStack gap="200">
      {day("First day", "from")}
      {day(`Last day (${timeZone})`, "until")}
    </BlockStack>
  );
  return [
    { key: "state", label: "State", filter: state, shortcut: true, pinned: true },
    { key: "given", label: "Given", filter: given, shortcut: true, pinned: true },
    { key: "match", label: "Search", filter: match, shortcut: true },
  ];
}

function applied(filter: SentCodesFilter, { set }: AddressFilters): FiltersProps["appliedFilters"] {
  const { state, from, until, match } = filter;
  const days = [from && `from ${formatDay(new Date(from))}`, until && `until ${formatDay(new Date(until))}`];
  const given = days.filter(Boolean).join(" ");
  return [
    ...(state ? [{ key: "state", label: rewardLabel(state).label, onRemove: () => set({ state: null }) }] : []),
    ...(given ? [{ key: "given", label: `Given ${given}`, onRemove: () => set({ from: null, until: null }) }] : []),
    ...(match === "exact"
      ? [{ key: "match", label: "Is exactly the text", onRemove: () => set({ match: null }) }]
      : []),
  ];
}
