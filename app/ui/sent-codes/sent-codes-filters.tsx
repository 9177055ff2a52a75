import { BlockStack, ChoiceList, Filters, type FiltersProps, TextField } from "@shopify/polaris";
import { rewardLabel } from "~/insights/reward-label";
import { SENT_CODE_STATES, type SentCodesFilter } from "~/insights/sent-codes-filter";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "../shop-intl";
import { type AddressFilters, useAddressFilters } from "../use-address-filters";

const NAMES = ["match", "state", "from", "until"] as const;
/** Search by code or email, and filters by state and day, above the record of sent codes. */
export function SentCodesFilters({ filter }: { filter: SentCodesFilter }) {
  const intl = useShopIntl();
  const address = useAddressFilters(NAMES);
  return (
    <Filters
      queryValue={address.text}
      queryPlaceholder={intl.say("sent_codes.search_hint")}
      onQueryChange={address.type}
      onQueryClear={() => address.type("")}
      onClearAll={address.clear}
      loading={address.isLoading}
      filters={fields(intl, filter, address)}
      appliedFilters={applied(intl, filter, address)}
    />
  );
}

function fields(intl: ShopIntl, filter: SentCodesFilter, { set }: AddressFilters): FiltersProps["filters"] {
  const state = (
    <ChoiceList
      title={intl.say("sent_codes.state")}
      titleHidden
      choices={SENT_CODE_STATES.map((value) => ({ value, label: intl.say(rewardLabel(value).label) }))}
      selected={filter.state ? [filter.state] : []}
      onChange={([chosen = ""]) => set({ state: chosen })}
    />
  );
  const match = (
    <ChoiceList
      title={intl.say("sent_codes.search_finds")}
      titleHidden
      choices={[
        { value: "prefix", label: intl.say("sent_codes.begins_with") },
        { value: "exact", label: intl.say("sent_codes.is_exactly") },
      ]}
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
      {day(intl.say("sent_codes.first_day"), "from")}
      {day(intl.say("sent_codes.last_day", { timeZone: intl.format.timeZone }), "until")}
    </BlockStack>
  );
  return [
    { key: "state", label: intl.say("sent_codes.state"), filter: state, shortcut: true, pinned: true },
    { key: "given", label: intl.say("sent_codes.given"), filter: given, shortcut: true, pinned: true },
    { key: "match", label: intl.say("sent_codes.search"), filter: match, shortcut: true },
  ];
}

function applied(intl: ShopIntl, filter: SentCodesFilter, { set }: AddressFilters): FiltersProps["appliedFilters"] {
  const { state, match } = filter;
  const given = givenWords(intl, filter);
  const exact = intl.say("sent_codes.is_exactly");
  return [
    ...(state
      ? [{ key: "state", label: intl.say(rewardLabel(state).label), onRemove: () => set({ state: null }) }]
      : []),
    ...(given ? [{ key: "given", label: given, onRemove: () => set({ from: null, until: null }) }] : []),
    ...(match === "exact" ? [{ key: "match", label: exact, onRemove: () => set({ match: null }) }] : []),
  ];
}

function givenWords(intl: ShopIntl, filter: SentCodesFilter): string | null {
  const from = filter.from && intl.day(new Date(filter.from));
  const until = filter.until && intl.day(new Date(filter.until));
  if (from && until) return intl.say("sent_codes.given_between", { from, until });
  if (from) return intl.say("sent_codes.given_from", { from });
  return until ? intl.say("sent_codes.given_until", { until }) : null;
}
