import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { Modal, Text } from "@shopify/polaris";
import { useCallback } from "react";

/** Asks before a page is left on which something was typed and not saved. Saving itself is not leaving. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
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
      title="Leave this step?"
      primaryAction={{ content: "Leave", destructive: true, onAction: () => blocker.proceed?.() }}
      secondaryActions={[{ content: "Stay", onAction: () => blocker.reset?.() }]}
    >
      <Modal.Section>
        <Text as="p">What you typed on this step is not saved yet. “Next” and “Back” save it.</Text>
      </Modal.Section>
    </Modal>
  );
}
