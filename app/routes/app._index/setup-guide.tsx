import { Badge, BlockStack, Box, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckCircleIcon, MinusCircleIcon } from "@shopify/polaris-icons";
import { useSubmitter } from "~/ui/use-submitter";

/** Which parts of the set-up are done; read off what is there, never ticked by hand. */
interface Done {
  coupon: boolean;
  email: boolean;
  source: boolean;
}

const STEPS = [
  {
    key: "coupon",
    title: "Create a coupon",
    text: "Choose what a shopper does and the code it earns.",
    action: { content: "Create coupon", url: "/app/coupons/new" },
  },
  {
    key: "email",
    title: "Turn on the thank-you email",
    text: "It brings shoppers their code. Until it is on, nobody is promised one.",
    action: { content: "Set up the email", url: "/app/thank-you" },
  },
  {
    key: "source",
    title: "Connect your reviews",
    text: "Orders arrive by themselves; reviews come from your review app.",
    action: { content: "Connect a source", url: "/app/sources" },
  },
] as const;

/** What is left to do before the first coupon goes out. Can be taken away when all is done. */
export function SetupGuide({ done }: { done: Done }) {
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
              Setup guide
            </Text>
            <Badge tone={isComplete ? "success" : undefined}>{`${count} of ${STEPS.length} done`}</Badge>
          </InlineStack>
          {isComplete ? <Button onClick={() => fetcher.submit(null, { method: "post" })}>Close guide</Button> : null}
        </InlineStack>
        {STEPS.map((step) => (
          <Step key={step.key} step={step} isDone={done[step.key]} isNext={step === next} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Step({ step, isDone, isNext }: { step: (typeof STEPS)[number]; isDone: boolean; isNext: boolean }) {
  const { title, text, action } = step;
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Box>
        <Icon
          source={isDone ? CheckCircleIcon : MinusCircleIcon}
          tone={isDone ? "success" : "subdued"}
          accessibilityLabel={isDone ? "Done" : "To do"}
        />
      </Box>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        {isDone ? null : (
          <>
            <Text as="p">{text}</Text>
            <Button url={action.url} variant={isNext ? "primary" : "secondary"}>
              {action.content}
            </Button>
          </>
        )}
      </BlockStack>
    </InlineStack>
  );
}
