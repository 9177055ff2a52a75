import { ChoiceList, Modal, Text } from "@shopify/polaris";
import { useShopIntl } from "../shop-intl";

/** Codes a new file could replace: those nobody has, and how many rewards wait for one of them. */
export interface Replaceable {
  inPools: number;
  promised: number;
}

/** Asks whether a file comes beside the codes there are or instead of them. */
export function ReplaceChoice(props: { codes: Replaceable; isReplacing: boolean; onChange: (to: boolean) => void }) {
  const { codes, isReplacing, onChange } = props;
  const intl = useShopIntl();
  return (
    <ChoiceList
      title={intl.say("codes.what_about_old")}
      choices={[
        { value: "add", label: intl.say("codes.keep_old"), helpText: intl.say("codes.keep_old_help") },
        {
          value: "replace",
          label: intl.say("codes.replace_old", { count: codes.inPools }),
          helpText: intl.say("codes.replace_old_help"),
        },
      ]}
      selected={[isReplacing ? "replace" : "add"]}
      onChange={([choice]) => onChange(choice === "replace")}
    />
  );
}

/** Asks once more before codes are replaced, and says how many and what of the rewards that were promised. */
export function ConfirmReplace(props: {
  codes: Replaceable;
  fileName: string | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { codes, fileName, onConfirm, onClose } = props;
  const intl = useShopIntl();
  return (
    <Modal
      open={fileName !== null}
      onClose={onClose}
      title={intl.say("codes.replace_question", { count: codes.inPools })}
      primaryAction={{ content: intl.say("codes.replace_codes"), destructive: true, onAction: onConfirm }}
      secondaryActions={[{ content: intl.say("common.cancel"), onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p" breakWord>
          {intl.say("codes.replace_what_happens", { count: codes.inPools, file: fileName ?? "" })}
        </Text>
        {codes.promised > 0 ? (
          <Text as="p">{intl.say("codes.replace_promised", { count: codes.promised })}</Text>
        ) : null}
      </Modal.Section>
    </Modal>
  );
}
