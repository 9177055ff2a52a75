import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, TextField } from "@shopify/polaris";
import { useId } from "react";
import { useShopIntl } from "./shop-intl";

/** A value to be taken elsewhere: shown, not to be edited, with a button that copies it. */
export function CopyField({ label, value, helpText }: { label: string; value: string; helpText?: string }) {
  const intl = useShopIntl();
  const id = useId();
  const shopify = useAppBridge();
  const copy = async () => {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) field.select();
    try {
      await navigator.clipboard.writeText(value);
      shopify.toast.show(intl.say("copy_field.copied"));
    } catch {
      // Browsers may forbid this inside a frame: the value is selected, ready for the keyboard.
      shopify.toast.show(intl.say("copy_field.selected"));
    }
  };
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      readOnly
      autoComplete="off"
      helpText={helpText}
      connectedRight={
        <Button onClick={copy} accessibilityLabel={intl.say("copy_field.copy_value", { value: label })}>
          {intl.say("copy_field.copy")}
        </Button>
      }
    />
  );
}
