import { Badge, BlockStack, Box, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon, MinusCircleIcon } from "@shopify/polaris-icons";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";

/** Which parts of the set-up are done; read off what is there, never ticked by hand. */
interface Done {
  coupon: boolean;
  email: boolean;
  source: boolean;
}

const STEPS = [
  {
    key: "coupon",
    title: "setup_guide.coupon",
    text: "setup_guide.coupon_text",
    action: { content: "setup_guide.coupon_action", url: "/app/coupons/new" },
  },
  {
    key: "email",
    title: "setup_guide.email",
    text: "setup_guide.email_text",
    action: { content: "setup_guide.email_action", url: "/app/thank-you" },
  },
  {
    key: "source",
    title: "setup_guide.source",
    text: "setup_guide.source_text",
    action: { content: "setup_guide.source_action", url: "/app/sources" },
  },
] as const;

/** What is left to do before the first coupon goes out. Can be taken away when all is done. */
export function SetupGuide({ done }: { done: Done }) {
  const intl = useShopIntl();
  const fetcher = useSubmitter();
  const count = STEPS.filter(({ key }) => done[key]).length;
  const isComplete = count === STEPS.length;
  const next = STEPS.find(({ key }) => !done[key]);
  if (fetcher.state !== "idle") return null;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {intl.say("setup_guide.title")}
            </Text>
            <Badge tone={isComplete ? "success" : undefined}>
              {intl.say("setup_guide.progress", { done: count, steps: STEPS.length })}
            </Badge>
          </InlineStack>
          {isComplete ? (
            <Button onClick={() => fetcher.submit(null, { method: "post" })}>{intl.say("setup_guide.close")}</Button>
          ) : null}
        </InlineStack>
        {STEPS.map((step) => (
          <Step key={step.key} step={step} isDone={done[step.key]} isNext={step === next} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Step({ step, isDone, isNext }: { step: (typeof STEPS)[number]; isDone: boolean; isNext: boolean }) {
  const intl = useShopIntl();
  const { title, text, action } = step;
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Box>
        <Icon
          source={isDone ? CheckCircleIcon : MinusCircleIcon}
          tone={isDone ? "success" : "subdued"}
          accessibilityLabel={intl.say(isDone ? "setup_guide.done" : "setup_guide.to_do")}
        />
      </Box>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h3" variant="headingSm">
          {intl.say(title)}
        </Text>
        {isDone ? null : (
          <>
            <Text as="p">{intl.say(text)}</Text>
            <Button url={action.url} variant={isNext ? "primary" : "secondary"}>
              {intl.say(action.content)}
            </Button>
          </>
        )}
      </BlockStack>
    </InlineStack>
  );
}
