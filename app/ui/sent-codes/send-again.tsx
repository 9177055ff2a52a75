import { BlockStack, Button, Modal, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { RewardState } from "~/platform/generated/client";
import { useSubmitter } from "../forms/use-submitter";
import { useShopIntl } from "../shop-intl";
import { useToast } from "../use-toast";

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
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string; problem?: string }>();
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
        accessibilityLabel={of && intl.say("send_again.action_for", { code: of })}
        onClick={() => setIsAsking(true)}
      >
        {intl.say("send_again.action")}
      </Button>
      <Modal
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={intl.say("send_again.question")}
        primaryAction={{ content: intl.say("send_again.action"), onAction: send, loading: isBusy }}
        secondaryActions={[
          { content: intl.say("common.cancel"), onAction: () => setIsAsking(false), disabled: isBusy },
        ]}
      >
        <Modal.Section>
          <BlockStack gap="200">
            <Text as="p" breakWord>
              {intl.say("send_again.explanation", { code: codeText, recipient: recipient.value })}
            </Text>
            {state === "parked" ? <Text as="p">{intl.say("send_again.may_arrive_twice")}</Text> : null}
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
