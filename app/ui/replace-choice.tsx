import { ChoiceList, Modal, Text } from "@shopify/polaris";
import { quantity } from "./quantity";

/** Codes a new file could replace: those nobody has, and how many rewards wait for one of them. */
export interface Replaceable {
  inPools: number;
  promised: number;
}

/** Asks whether a file comes beside the codes there are or instead of them. */
export function ReplaceChoice(props: { codes: Replaceable; isReplacing: boolean; onChange: (to: boolean) => void }) {
  const { codes, isReplacing, onChange } = props;
  return (
    <ChoiceList
      title="What about the codes there are?"
      choices={[
        { value: "add", label: "Keep them", helpText: "They are given first, then those of the file." },
        {
          value: "replace",
          label: `Replace the ${quantity(codes.inPools, "code")} nobody has`,
          helpText: "They are removed once those of the file are there. Before that you are asked again.",
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
  return (
    <Modal
      open={fileName !== null}
      onClose={onClose}
      title={`Replace ${quantity(codes.inPools, "code")}?`}
      primaryAction={{ content: "Replace codes", destructive: true, onAction: onConfirm }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <Text as="p" breakWord>
          {quantity(codes.inPools, "code")} that nobody has been given {codes.inPools === 1 ? "is" : "are"} removed from
          this coupon as soon as those of {fileName} are stored. Codes shoppers already have stay as they are. If the
          file gives no new code, nothing is removed.
        </Text>
        {codes.promised > 0 ? (
          <Text as="p">
            {quantity(codes.promised, "reward")} without a code yet {codes.promised === 1 ? "takes its" : "take their"}{" "}
            code from the new file, or {codes.promised === 1 ? "waits" : "wait"} where it has too few.
          </Text>
        ) : null}
      </Modal.Section>
    </Modal>
  );
}
