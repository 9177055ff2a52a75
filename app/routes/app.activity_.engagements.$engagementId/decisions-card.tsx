import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Box, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { RecordedDecision } from "~/insights/find-engagement.server";
import { decisionLabel } from "~/insights/reward-label";
import { formatMoment } from "~/ui/format-moment";
import { sentence } from "~/ui/sentence";
import { useToast } from "~/ui/use-toast";

/** Every decision about the engagement, newest first, with what each coupon answered, and the way to decide again. */
export function DecisionsCard({ decisions, timeZone }: { decisions: RecordedDecision[]; timeZone: string }) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            Decisions
          </Text>
          {decisions.length === 0 ? (
            <Text as="p" tone="subdued">
              Not decided yet.
            </Text>
          ) : null}
          <RunAgain />
        </BlockStack>
      </Box>
      {decisions.map((decision) => (
        <Decision key={decision.id} decision={decision} timeZone={timeZone} />
      ))}
    </Card>
  );
}

/** Decides anew, by what the shop offers by now. */
function RunAgain() {
  const fetcher = useFetcher<{ message: string }>();
  useToast(fetcher.data);
  return (
    <>
      <Text as="p" tone="subdued">
        Running again decides by today’s coupons and settings. What was given stays, and nobody gets a coupon twice for
        the same engagement.
      </Text>
      <Button onClick={() => fetcher.submit(null, { method: "post" })} loading={fetcher.state !== "idle"}>
        Run again
      </Button>
    </>
  );
}

function Decision({ decision, timeZone }: { decision: RecordedDecision; timeZone: string }) {
  const { why, decidedAt, answers } = decision;
  const { label, tone } = decisionLabel(decision);
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {formatMoment(decidedAt, timeZone)}
          </Text>
          <Badge tone={tone}>{label}</Badge>
        </InlineStack>
        <Text as="p" breakWord>
          {sentence(why)}
        </Text>
        {answers.length === 0 ? (
          <Text as="p" tone="subdued">
            There was no coupon to look at.
          </Text>
        ) : (
          <div style={{ overflowWrap: "anywhere" }}>
            <List>
              {answers.map(({ couponId, name, why: answer }) => (
                <List.Item key={couponId}>
                  {name ?? "A coupon that is gone"}: {answer}
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </BlockStack>
    </Box>
  );
}
