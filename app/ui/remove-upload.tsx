import { Button, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { quantity } from "./quantity";
import { useSubmitter } from "./use-submitter";
import { useToast } from "./use-toast";

/** Removes the codes of one upload that nobody has, after asking once more. */
export function RemoveUpload({ id, fileName, left }: { id: string; fileName: string; left: number }) {
  const fetcher = useSubmitter<{ message?: string }>();
  const [isAsking, setAsking] = useState(false);
  useToast(fetcher.data);
  const remove = () => {
    setAsking(false);
    fetcher.submit(null, { method: "post", action: `/app/uploads/${id}/remove` });
  };
  return (
    <>
      <Button
        variant="plain"
        tone="critical"
        loading={fetcher.state !== "idle"}
        onClick={() => setAsking(true)}
        accessibilityLabel={`Remove these codes: ${fileName}`}
      >
        Remove these codes
      </Button>
      <Modal
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Remove ${quantity(left, "code")}?`}
        primaryAction={{ content: "Remove codes", destructive: true, onAction: remove }}
        secondaryActions={[{ content: "Cancel", onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p" breakWord>
            The codes of {fileName} that nobody has been given are removed, and can be uploaded again. Codes shoppers
            already have stay as they are. Rewards without a code yet take one of another upload, or wait.
          </Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
