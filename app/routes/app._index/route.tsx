import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { closeSetupGuide } from "~/coupons/close-setup-guide.server";
import { homeSummary } from "~/insights/home-summary.server";
import { listShortCoupons } from "~/insights/list-short-coupons.server";
import { recentEngagements } from "~/insights/recent-engagements.server";
import { REVENUE_DAYS, recentRevenue } from "~/insights/recent-revenue.server";
import { requireShop } from "~/shopify/require-shop.server";
import { EmailOffBanner } from "~/ui/coupons/email-off-banner";
import { ShortCodesBanner } from "~/ui/coupons/short-codes-banner";
import { useShopIntl } from "~/ui/shop-intl";
import { useFreshData } from "~/ui/use-fresh-data";
import { LatestEngagements } from "./latest-engagements";
import { Metrics } from "./metrics";
import { SetupGuide } from "./setup-guide";

/** Engagements listed on Home. */
const LATEST = 10;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const [summary, short, revenue, latest] = await Promise.all([
    homeSummary(app.db, { shopId: shop.id }),
    listShortCoupons(app.db, { shopId: shop.id }),
    recentRevenue(app.db, { shopId: shop.id }, app.now()),
    recentEngagements(db, { limit: LATEST }),
  ]);
  const { thankYouEmailSince, setupGuideClosedAt } = shop;
  return {
    summary,
    short,
    earned: { ...revenue, days: REVENUE_DAYS },
    latest,
    emailIsOn: thankYouEmailSince !== null,
    guideIsOpen: setupGuideClosedAt === null,
  };
}

/** Takes the finished setup guide away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  await closeSetupGuide(app.db, { shopId: shop.id }, app.now());
  return null;
}

/** Home: what is left to set up, the figures, and what shoppers did last. */
export default function Home() {
  const { summary, short, earned, latest, emailIsOn, guideIsOpen } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  useFreshData();
  const { hasActiveCoupon, hasConnectedSource } = summary;
  const done = { coupon: hasActiveCoupon, email: emailIsOn, source: hasConnectedSource };
  return (
    <Page
      title={intl.say("common.laurel")}
      primaryAction={hasActiveCoupon ? { content: intl.say("home.create_coupon"), url: "/app/coupons/new" } : undefined}
    >
      <BlockStack gap="400">
        {hasActiveCoupon && !emailIsOn ? <EmailOffBanner /> : <ShortCodesBanner coupons={short} />}
        {guideIsOpen ? <SetupGuide done={done} /> : null}
        <Metrics summary={summary} earned={earned} />
        <LatestEngagements latest={latest} emailIsOn={emailIsOn} />
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
