import { Banner, BlockStack, Button, List, Text } from "@shopify/polaris";
import type { MessageId } from "~/messages/english";
import type { ShopIntl } from "~/messages/shop-intl";
import { useShopIntl } from "../shop-intl";

const LABELS: Record<string, MessageId> = {
  description: "edited_elsewhere.description",
  delayUnit: "edited_elsewhere.delay_unit",
  delayAmount: "edited_elsewhere.delay_amount",
  limitPerShopper: "edited_elsewhere.limit",
  budget: "edited_elsewhere.budget",
  alsoAfterSmaller: "edited_elsewhere.also_after_smaller",
  staticCode: "edited_elsewhere.code",
  whenEmpty: "edited_elsewhere.when_empty",
  fallbackCode: "edited_elsewhere.fallback_code",
  remind: "edited_elsewhere.reminder",
  lowCodesAt: "edited_elsewhere.remind_at",
  remindedEmails: "edited_elsewhere.reminded",
  expiration: "edited_elsewhere.expiration",
  expiresOn: "edited_elsewhere.last_day",
  subject: "edited_elsewhere.subject",
  body: "edited_elsewhere.body",
};

/** Characters shown of a value; the rest is seen once it is taken into the form. */
const MOST_SHOWN = 200;

/**
 * Says that somebody else saved the same thing meanwhile, and in what that differs from the form, which keeps what was typed.
 * `onTake` puts a saved value into the form.
 */
export function EditedElsewhere(props: {
  what: "coupon" | "email";
  saved: Record<string, string>;
  typed: Record<string, string>;
  onTake: (name: string, value: string) => void;
}) {
  const intl = useShopIntl();
  const { what, saved, typed, onTake } = props;
  const known = Object.entries(LABELS).filter(([name]) => name in saved);
  const different = known.filter(([name]) => (saved[name] ?? "") !== (typed[name] ?? ""));
  const takeAll = () => {
    for (const [name] of different) onTake(name, saved[name] ?? "");
  };
  return (
    <Banner tone="warning" title={intl.say("edited_elsewhere.title", { what })}>
      <BlockStack gap="200" inlineAlign="start">
        {different.length === 0 ? (
          <Text as="p">{intl.say("edited_elsewhere.same")}</Text>
        ) : (
          <>
            <Text as="p">{intl.say("edited_elsewhere.different")}</Text>
            <List>
              {different.map(([name, label]) => (
                <List.Item key={name}>
                  {intl.say("edited_elsewhere.field", {
                    field: intl.say(label),
                    value: inWords(intl, name, saved[name] ?? ""),
                  })}
                </List.Item>
              ))}
            </List>
            <Text as="p">{intl.say("edited_elsewhere.save_again")}</Text>
            <Button onClick={takeAll}>{intl.say("edited_elsewhere.use_saved")}</Button>
          </>
        )}
      </BlockStack>
    </Banner>
  );
}

function inWords(intl: ShopIntl, name: string, value: string): string {
  if (name === "remind" || name === "alsoAfterSmaller") return intl.say("edited_elsewhere.switch", { value });
  if (name === "whenEmpty") return intl.say("edited_elsewhere.when_empty_value", { value });
  if (name === "expiration") return intl.say("edited_elsewhere.expiration_value", { value });
  if (name === "delayUnit") return intl.say("edited_elsewhere.delay_unit_value", { value });
  if (value === "") return intl.say("edited_elsewhere.empty");
  if (name === "expiresOn") return intl.day(new Date(value));
  if (value.length <= MOST_SHOWN) return intl.say("edited_elsewhere.quoted", { value });
  return intl.say("edited_elsewhere.cut", { value: value.slice(0, MOST_SHOWN) });
}
