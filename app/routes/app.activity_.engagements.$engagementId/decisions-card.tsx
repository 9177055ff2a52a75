import { Badge, BlockStack, Box, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { RecordedDecision } from "~/insights/find-engagement.server";
import { decisionLabel } from "~/insights/reward-label";
import { sentence } from "~/messages/sentence";
import { capital } from "~/ui/capital";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";

/** Every decision about the engagement, newest first, with what each coupon answered, and the way to decide again. */
export function DecisionsCard({ decisions }: { decisions: RecordedDecision[] }) {
  const intl = useShopIntl();
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {intl.say("engagement_page.decisions")}
          </Text>
          {decisions.length === 0 ? (
            <Text as="p" tone="subdued">
              {intl.say("engagement_page.not_decided")}
            </Text>
          ) : null}
          <RunAgain />
        </BlockStack>
      </Box>
      {decisions.map((decision) => (
        <Decision key={decision.id} decision={decision} />
      ))}
    </Card>
  );
}

/** Decides anew, by what the shop offers by now. */
function RunAgain() {
  const intl = useShopIntl();
  const fetcher = useSubmitter<{ message: string }>();
  useToast(fetcher.data);
  return (
    <>
      <Text as="p" tone="subdued">
        {intl.say("engagement_page.run_again_note")}
      </Text>
      <Button onClick={() => fetcher.submit(null, { method: "post" })} loading={fetcher.state !== "idle"}>
        {intl.say("engagement_page.run_again")}
      </Button>
    </>
  );
}

function Decision({ decision }: { decision: RecordedDecision }) {
  const intl = useShopIntl();
  const { why, decidedAt, answers } = decision;
  const { label, tone } = decisionLabel(decision);
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {intl.moment(decidedAt)}
          </Text>
          <Badge tone={tone}>{intl.say(label)}</Badge>
        </InlineStack>
        <Text as="p" breakWord>
          {capital(intl.say(why))}
        </Text>
        {answers.length === 0 ? (
          <Text as="p" tone="subdued">
            {intl.say("engagement_page.no_coupons")}
          </Text>
        ) : (
          <div style={{ overflowWrap: "anywhere" }}>
            <List>
              {answers.map(({ couponId, name, why: answer }) => (
                <List.Item key={couponId}>
                  {intl.say("engagement_page.answer", {
                    coupon: name ?? sentence("engagement_page.coupon_gone"),
                    answer,
                  })}
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </BlockStack>
    </Box>
  );
}
