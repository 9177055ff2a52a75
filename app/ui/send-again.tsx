import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Modal, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { RewardState } from "~/platform/generated/client";
import { useToast } from "./use-toast";

/** A reward whose mail may be sent again. */
export interface Resendable {
  id: string;
  state: RewardState;
  codeText: string;
  /** Null once erased: then there is nowhere to send it. */
  recipient: { value: string | null };
}

/**
 * The same code in a new mail to the same shopper, after asking. Nothing while a mail is on its way. `of`: whose code it is, where
 * several such buttons stand in one list.
 */
export function SendAgain({ reward, of }: { reward: Resendable; of?: string }) {
  const fetcher = useFetcher<{ message?: string; problem?: string }>();
  const [isAsking, setIsAsking] = useState(false);
  useToast(fetcher.data);
  const isBusy = fetcher.state !== "idle";
  const isDone = Boolean(fetcher.data?.message) && !isBusy;
  useEffect(() => {
    if (isDone) setIsAsking(false);
  }, [isDone]);
  const { id, state, codeText, recipient } = reward;
  if (!["sent", "failed", "parked"].includes(state) || recipient.value === null) return null;
  const send = () => fetcher.submit(null, { method: "post", action: `/app/sent/${id}/send-again` });
  return (
    <>
      <Button
        variant={of ? "plain" : "secondary"}
        accessibilityLabel={of && `Send again: ${of}`}
        onClick={() => setIsAsking(true)}
      >
        Send again
      </Button>
      <Modal
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title="Send this coupon again?"
        primaryAction={{ content: "Send again", onAction: send, loading: isBusy }}
        secondaryActions={[{ content: "Cancel", onAction: () => setIsAsking(false), disabled: isBusy }]}
      >
        <Modal.Section>
          <BlockStack gap="200">
            <Text as="p" breakWord>
              {`A new email with the same code, ${codeText}, goes to ${recipient.value}. No other code is used up.`}
            </Text>
            {state === "parked" ? (
              <Text as="p">Nobody can know whether the last email arrived, so the shopper may get it twice.</Text>
            ) : null}
            {fetcher.data?.problem && !isBusy ? (
              <Text as="p" tone="critical">
                {fetcher.data.problem}
              </Text>
            ) : null}
          </BlockStack>
        </Modal.Section>
      </Modal>
    </>
  );
}
