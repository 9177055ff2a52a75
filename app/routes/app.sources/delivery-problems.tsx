import { BlockStack, Button, Text } from "@shopify/polaris";
import { describeInboxReason } from "~/engagements/inbox-reason";
import type { DeliveryProblem } from "~/engagements/list-delivery-problems.server";
import { useSubmitter } from "~/ui/forms/use-submitter";
import { useShopIntl } from "~/ui/shop-intl";
import { useToast } from "~/ui/use-toast";

/** Events of one source that were accepted and came to nothing, with the way to have them read again. */
export function DeliveryProblems({ problem }: { problem: DeliveryProblem | undefined }) {
  const fetcher = useSubmitter<{ message?: string }>();
  const intl = useShopIntl();
  useToast(fetcher.data);
  if (!problem) return null;
  const { source, count, failed, reason, lastAt } = problem;
  const runAgain = () => fetcher.submit({ intent: "retry-deliveries", source }, { method: "post" });
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p" tone="critical" breakWord>
        {intl.say("sources.problems", { count, moment: intl.moment(lastAt), reason: describeInboxReason(reason) })}
      </Text>
      {failed > 0 ? (
        <Button onClick={runAgain} loading={fetcher.state !== "idle"}>
          {intl.say("sources.run_again")}
        </Button>
      ) : null}
    </BlockStack>
  );
}
