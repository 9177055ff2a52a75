import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { useShopIntl } from "~/ui/shop-intl";

interface ConfirmedButtonProps {
  label: string;
  isBusy: boolean;
  /** Asked before it is done; null does it at once. */
  question: { title: string; text: string; confirm: string } | null;
  onConfirm: () => void;
}

/** A button for what cannot be taken back: it says what will happen and asks once more, where the merchant is looking. */
export function ConfirmedButton({ label, isBusy, question, onConfirm }: ConfirmedButtonProps) {
  const intl = useShopIntl();
  const [isAsking, setIsAsking] = useState(false);
  const confirm = () => {
    setIsAsking(false);
    onConfirm();
  };
  if (!isAsking || !question) {
    return (
      <Button onClick={question ? () => setIsAsking(true) : onConfirm} loading={isBusy}>
        {label}
      </Button>
    );
  }
  return (
    <Banner tone="warning" title={question.title}>
      <BlockStack gap="300">
        <p>{question.text}</p>
        <InlineStack gap="300">
          <Button onClick={confirm}>{question.confirm}</Button>
          <Button onClick={() => setIsAsking(false)}>{intl.say("common.cancel")}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
