import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { Modal, Text } from "@shopify/polaris";
import { useCallback } from "react";
import { useShopIntl } from "../shop-intl";

/** Asks before a page is left on which something was typed and not saved. Saving itself is not leaving. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const intl = useShopIntl();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isDirty) event.preventDefault();
      },
      [isDirty],
    ),
  );
  return (
    <Modal
      open={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      title={intl.say("leave_guard.title")}
      primaryAction={{ content: intl.say("leave_guard.leave"), destructive: true, onAction: () => blocker.proceed?.() }}
      secondaryActions={[{ content: intl.say("leave_guard.stay"), onAction: () => blocker.reset?.() }]}
    >
      <Modal.Section>
        <Text as="p">{intl.say("leave_guard.text")}</Text>
      </Modal.Section>
    </Modal>
  );
}
