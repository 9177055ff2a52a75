import { Button, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { useSubmitter } from "../forms/use-submitter";
import { useShopIntl } from "../shop-intl";
import { useToast } from "../use-toast";

/** Removes the codes of one upload that nobody has, after asking once more. */
export function RemoveUpload({ id, fileName, left }: { id: string; fileName: string; left: number }) {
  const fetcher = useSubmitter<{ message?: string }>();
  const intl = useShopIntl();
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
        accessibilityLabel={intl.say("codes.remove_codes_of", { file: fileName })}
      >
        {intl.say("codes.remove_these")}
      </Button>
      <Modal
        open={isAsking}
        onClose={() => setAsking(false)}
        title={intl.say("codes.remove_question", { count: left })}
        primaryAction={{ content: intl.say("codes.remove_codes"), destructive: true, onAction: remove }}
        secondaryActions={[{ content: intl.say("common.cancel"), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p" breakWord>
            {intl.say("codes.remove_what_happens", { file: fileName })}
          </Text>
        </Modal.Section>
      </Modal>
    </>
  );
}
