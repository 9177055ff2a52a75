import { Card, ChoiceList, TextField } from "@shopify/polaris";
import type { FormState } from "./reward-fields";

/** Until when the coupon is given. `today`: the shop's day, "yyyy-mm-dd". */
export function ExpirationFields(props: { fields: FormState; timeZone: string; today: string }) {
  const { fields, timeZone, today } = props;
  const dateField = () => (
    <TextField
      {...fields.text("expiresOn")}
      label="Last day"
      type="date"
      min={today}
      helpText={`Laurel stops giving the coupon at the end of this day (${timeZone}). How long a code works is set in your Shopify discount.`}
    />
  );
  return (
    <Card>
      <ChoiceList
        title="Does the coupon expire?"
        name="expiration"
        choices={[
          { value: "none", label: "No expiration" },
          { value: "date", label: "On a fixed date", renderChildren: (isOn) => (isOn ? dateField() : null) },
        ]}
        selected={[fields.values.expiration ?? "none"]}
        onChange={([choice = ""]) => fields.set("expiration", choice)}
        error={fields.errorOf("expiration")}
      />
    </Card>
  );
}
