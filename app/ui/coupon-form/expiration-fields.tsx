import { Card, ChoiceList, TextField } from "@shopify/polaris";
import { latestDay } from "~/coupons/coupon-form-expiration";
import { useShopIntl } from "../shop-intl";
import type { FormState } from "./reward-fields";

/** Until when the coupon is given. `today`: the shop's day, "yyyy-mm-dd". */
export function ExpirationFields(props: { fields: FormState; today: string }) {
  const { fields, today } = props;
  const intl = useShopIntl();
  const dateField = () => (
    <TextField
      {...fields.text("expiresOn")}
      label={intl.say("expiration_fields.last_day")}
      type="date"
      min={today}
      max={latestDay(new Date(today)).toISOString().slice(0, 10)}
      helpText={intl.say("expiration_fields.last_day_help", { timeZone: intl.format.timeZone })}
    />
  );
  return (
    <Card>
      <ChoiceList
        title={intl.say("expiration_fields.title")}
        name="expiration"
        choices={[
          { value: "none", label: intl.say("expiration_fields.none") },
          {
            value: "date",
            label: intl.say("expiration_fields.date"),
            renderChildren: (isOn) => (isOn ? dateField() : null),
          },
        ]}
        selected={[fields.values.expiration ?? "none"]}
        onChange={([choice = ""]) => fields.set("expiration", choice)}
        error={fields.errorOf("expiration")}
      />
    </Card>
  );
}
