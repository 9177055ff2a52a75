import { useNavigate } from "@remix-run/react";
import { Box, Select } from "@shopify/polaris";
import { describeReason, type Reason } from "~/coupons/reason";
import { NOT_REWARDED_REASONS } from "~/insights/activity-filter";
import { capital } from "~/ui/capital";
import { useShopIntl } from "~/ui/shop-intl";
import { activityAddress } from "./activity-address";

/** Narrows what was not rewarded to one reason. */
export function ReasonFilter({ reason }: { reason: Reason | null }) {
  const navigate = useNavigate();
  const intl = useShopIntl();
  const choose = (value: string) => {
    const chosen = NOT_REWARDED_REASONS.find((known) => known === value) ?? null;
    navigate(activityAddress({ view: "not_rewarded", reason: chosen }));
  };
  const reasons = NOT_REWARDED_REASONS.map((value) => ({ value, label: capital(intl.say(describeReason(value))) }));
  return (
    <Box padding="400" paddingBlockEnd="200" maxWidth="30rem">
      <Select
        label={intl.say("activity.why")}
        options={[{ value: "", label: intl.say("activity.any_reason") }, ...reasons]}
        value={reason ?? ""}
        onChange={choose}
      />
    </Box>
  );
}
