import { Banner, BlockStack, Button, List, Text } from "@shopify/polaris";

const LABELS: Record<string, string> = {
  description: "Description",
  delayUnit: "Send the coupon",
  delayAmount: "Delay",
  limitPerShopper: "Times one shopper can get it",
  budget: "Coupons to give in all",
  alsoAfterSmaller: "Also after a smaller reward",
  staticCode: "Code",
  whenEmpty: "When the codes run out",
  fallbackCode: "Fallback code",
  remind: "Low-codes reminder",
  lowCodesAt: "Remind at",
  remindedEmails: "Send the reminder to",
  expiration: "Expiration",
  expiresOn: "Last day",
  subject: "Subject line",
  body: "Body",
};

/** Characters shown of a value; the rest is seen once it is taken into the form. */
const MOST_SHOWN = 200;

/**
 * Says that somebody else saved the same thing meanwhile, and in what that differs from the form, which keeps what was typed.
 * `onTake` puts a saved value into the form.
 */
export function EditedElsewhere(props: {
  /** What was saved: "coupon". */
  what: string;
  saved: Record<string, string>;
  typed: Record<string, string>;
  onTake: (name: string, value: string) => void;
}) {
  const { what, saved, typed, onTake } = props;
  const known = Object.keys(LABELS).filter((name) => name in saved);
  const different = known.filter((name) => (saved[name] ?? "") !== (typed[name] ?? ""));
  const takeAll = () => {
    for (const name of different) onTake(name, saved[name] ?? "");
  };
  return (
    <Banner tone="warning" title={`Not saved: this ${what} was changed in another tab or by somebody else`}>
      <BlockStack gap="200" inlineAlign="start">
        {different.length === 0 ? (
          <Text as="p">What is saved now is the same as what you typed.</Text>
        ) : (
          <>
            <Text as="p">What you typed is still here. Saved now is:</Text>
            <List>
              {different.map((name) => (
                <List.Item key={name}>
                  {LABELS[name]}: {inWords(name, saved[name] ?? "")}
                </List.Item>
              ))}
            </List>
            <Text as="p">Save again to replace it by what you typed.</Text>
            <Button onClick={takeAll}>Use what is saved now</Button>
          </>
        )}
      </BlockStack>
    </Banner>
  );
}

function inWords(name: string, value: string): string {
  if (name === "remind" || name === "alsoAfterSmaller") return value === "on" ? "on" : "off";
  if (name === "whenEmpty") return value === "fallback" ? "a fallback code" : "rewards wait";
  if (name === "expiration") return value === "date" ? "on a fixed date" : "none";
  if (value === "") return "empty";
  return value.length > MOST_SHOWN ? `“${value.slice(0, MOST_SHOWN)}…”` : `“${value}”`;
}
