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

/** The same code in a new mail to the same shopper, after asking. Nothing while a mail is on its way. */
export function SendAgain({ reward }: { reward: Resendable }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <SendAgainButton reward={reward} onAsk={() => setIsAsking(true)} />
      {isAsking ? <SendAgainDialog reward={reward} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

/** Leads to the question. `of`: whose code it is, where several such buttons stand in one list. */
export function SendAgainButton(props: { reward: Resendable; of?: string; onAsk: () => void }) {
  const { reward, of, onAsk } = props;
  const intl = useShopIntl();
  const { state, recipient } = reward;
  if (!["sent", "failed", "parked"].includes(state) || recipient.value === null) return null;
  return (
    <Button
      variant={of ? "plain" : "secondary"}
      accessibilityLabel={of && intl.say("send_again.action_for", { code: of })}
      onClick={onAsk}
    >
      {intl.say("send_again.action")}
    </Button>
  );
}

/** As long as a double click takes: the second of the one that opened the dialog goes to what is behind it, which would close it. */
const DOUBLE_CLICK_MS = 500;

/** Asks whether the mail is to be sent again, and sends it; open as long as it is mounted. */
export function SendAgainDialog({ reward, onClose }: { reward: Resendable; onClose: () => void }) {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message?: string; problem?: string }>();
  useToast(fetcher.data);
  const isBusy = fetcher.state !== "idle";
  const isDone = Boolean(fetcher.data?.message) && !isBusy;
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  const { id, state, codeText, recipient } = reward;
  const [openedAt] = useState(() => performance.now());
  const closeUnlessJustOpened = () => {
    if (performance.now() - openedAt > DOUBLE_CLICK_MS) onClose();
  };
  const send = () => fetcher.submit(null, { method: "post", action: `/app/sent/${id}/send-again` });
  return (
    <Modal
      open
      onClose={closeUnlessJustOpened}
      title={intl.say("send_again.question")}
      primaryAction={{ content: intl.say("send_again.action"), onAction: send, loading: isBusy }}
      secondaryActions={[{ content: intl.say("common.cancel"), onAction: onClose, disabled: isBusy }]}
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
  );
}
