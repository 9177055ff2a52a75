import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { describeEngagement } from "~/insights/describe-engagement";
import { findEngagement } from "~/insights/find-engagement.server";
import { decideAgain } from "~/rewards/decide-again.server";
import { requireShop } from "~/shopify/require-shop.server";
import { useWayBack } from "~/ui/list-places";
import { notFound } from "~/ui/not-found";
import { useShopIntl } from "~/ui/shop-intl";
import { TimesNote } from "~/ui/times-note";
import { useFreshData } from "~/ui/use-fresh-data";
import { DecisionsCard } from "./decisions-card";
import { FactsCard } from "./facts-card";
import { RewardsCard } from "./rewards-card";
import { SentCard } from "./sent-card";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db } = await requireShop({ request, context });
  const found = await findEngagement(db, { engagementId: params.engagementId ?? "" });
  switch (found.outcome) {
    case "found":
      return { ...found.record, emailIsOn: shop.thankYouEmailSince !== null };
    case "merged":
      throw redirect(`/app/activity/engagements/${found.engagementId}`);
    case "not_found":
      throw notFound();
  }
}

/** Decides anew what the engagement earns. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const decided = await decideAgain(app.db, { shopId: shop.id, engagementId: params.engagementId ?? "" }, app.now());
  switch (decided.outcome) {
    case "changed":
      if (decided.isDue) await app.queue.ring("send-due");
      return { message: intl.say("engagement_page.something_changed") };
    case "unchanged":
      return { message: intl.say("engagement_page.nothing_changed") };
    case "not_found":
      throw notFound();
  }
}

/** One engagement: what happened, what came of it, and every decision about it with each coupon's answer. */
export default function EngagementPage() {
  const { engagement, recipient, sources, decisions, rewards, emailIsOn } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const back = useWayBack("/app/activity");
  useFreshData();
  return (
    <Page
      narrowWidth
      title={intl.say(describeEngagement(engagement))}
      backAction={{ content: intl.say("activity.title"), url: back }}
    >
      <BlockStack gap="400">
        <FactsCard {...{ engagement, recipient, sources }} />
        <RewardsCard rewards={rewards} emailIsOn={emailIsOn} />
        <DecisionsCard decisions={decisions} />
        <SentCard engagementId={engagement.id} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <TimesNote />
        </Box>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
