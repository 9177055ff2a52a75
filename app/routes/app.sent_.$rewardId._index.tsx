import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { findReward } from "~/insights/find-reward.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { RewardFacts } from "~/ui/reward-facts";
import { RewardStory } from "~/ui/reward-story-card";
import { useFreshData } from "~/ui/use-fresh-data";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const reward = await findReward(db, { rewardId: params.rewardId ?? "" });
  if (!reward) throw notFound();
  const { timeZone, currency } = shop;
  return { reward, terms: { timeZone, currency }, emailIsOn: shop.thankYouEmailSince !== null };
}

/** The whole story of one reward: who got what for what, every mail, and the orders its code was used on. */
export default function RewardPage() {
  const { reward, terms, emailIsOn } = useLoaderData<typeof loader>();
  useFreshData();
  return (
    <Page narrowWidth title={reward.codeText || "Reward"} backAction={{ content: "Sent codes", url: "/app/sent" }}>
      <BlockStack gap="400">
        <RewardFacts reward={reward} emailIsOn={emailIsOn} />
        <RewardStory story={reward.story.filter(({ isToCome }) => emailIsOn || !isToCome)} terms={terms} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
