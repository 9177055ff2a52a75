import { useNavigate } from "@remix-run/react";
import { Box, Select } from "@shopify/polaris";
import type { Reason } from "~/coupons/reason";
import { NOT_REWARDED_REASONS, notRewardedReasons } from "~/insights/activity-filter";
import { activityAddress } from "./activity-address";

const ANY = { value: "", label: "Any reason" };

/** Narrows what was not rewarded to one reason. */
export function ReasonFilter({ reason }: { reason: Reason | null }) {
  const navigate = useNavigate();
  const choose = (value: string) => {
    const chosen = NOT_REWARDED_REASONS.find((known) => known === value) ?? null;
    navigate(activityAddress({ view: "not_rewarded", reason: chosen }));
  };
  return (
    <Box padding="400" paddingBlockEnd="200" maxWidth="30rem">
      <Select
        label="Why"
        options={[ANY, ...notRewardedReasons().map((known) => ({ value: known.reason, label: known.words }))]}
        value={reason ?? ""}
        onChange={choose}
      />
    </Box>
  );
}
