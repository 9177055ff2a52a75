import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { findReward } from "~/insights/find-reward.server";
import { requireShop } from "~/shopify/require-shop.server";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { RewardFacts } from "~/ui/sent-codes/reward-facts";
import { RewardStory } from "~/ui/sent-codes/reward-story-card";
import { useShopIntl } from "~/ui/shop-intl";
import { useFreshData } from "~/ui/use-fresh-data";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const reward = await findReward(db, { rewardId: params.rewardId ?? "" });
  if (!reward) throw notFound();
  return { reward, emailIsOn: shop.thankYouEmailSince !== null };
}

/** The whole story of one reward: who got what for what, every mail, and the orders its code was used on. */
export default function RewardPage() {
  const { reward, emailIsOn } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/sent");
  useFreshData();
  return (
    <Page
      narrowWidth
      title={reward.codeText || intl.say("reward_page.title")}
      backAction={{ content: intl.say("sent_codes.title"), url: back }}
    >
      <BlockStack gap="400">
        <RewardFacts reward={reward} emailIsOn={emailIsOn} />
        <RewardStory story={reward.story.filter(({ isToCome }) => emailIsOn || !isToCome)} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
