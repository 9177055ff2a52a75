import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { describeEngagement } from "~/insights/describe-engagement";
import { findEngagement } from "~/insights/find-engagement.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { TimesNote } from "~/ui/times-note";
import { useFreshData } from "~/ui/use-fresh-data";
import { DecisionsCard } from "./decisions-card";
import { FactsCard } from "./facts-card";
import { RewardsCard } from "./rewards-card";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const found = await findEngagement(db, { engagementId: params.engagementId ?? "" });
  switch (found.outcome) {
    case "found":
      return { ...found.record, timeZone: shop.timeZone };
    case "merged":
      throw redirect(`/app/engagements/${found.engagementId}`);
    case "not_found":
      throw notFound();
  }
}

/** One engagement: what happened, what came of it, and every decision about it with each coupon's answer. */
export default function EngagementPage() {
  const { engagement, recipient, sources, decisions, rewards, timeZone } = useLoaderData<typeof loader>();
  useFreshData();
  return (
    <Page narrowWidth title={describeEngagement(engagement)} backAction={{ content: "Home", url: "/app" }}>
      <BlockStack gap="400">
        <FactsCard {...{ engagement, recipient, sources, timeZone }} />
        <RewardsCard rewards={rewards} timeZone={timeZone} />
        <DecisionsCard decisions={decisions} timeZone={timeZone} />
        <TimesNote timeZone={timeZone} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
