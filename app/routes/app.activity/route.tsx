import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation } from "@remix-run/react";
import { Box, Card, Page, Pagination, Tabs } from "@shopify/polaris";
import { ACTIVITY_VIEWS, type ActivityView, readActivityFilter } from "~/insights/activity-filter";
import { isDeliveryId } from "~/insights/delivery-id";
import { listEngagements } from "~/insights/list-engagements.server";
import { listProblemDeliveries } from "~/insights/list-problem-deliveries.server";
import { readPageStart } from "~/insights/page-cursor";
import type { MessageId } from "~/messages/english";
import { isId } from "~/platform/ids";
import { requireShop } from "~/shopify/require-shop.server";
import { useShopIntl } from "~/ui/shop-intl";
import { TimesNote } from "~/ui/times-note";
import { useFreshData } from "~/ui/use-fresh-data";
import { activityAddress } from "./activity-address";
import { DeliveriesTable } from "./deliveries-table";
import { EngagementsTable } from "./engagements-table";
import { ReasonFilter } from "./reason-filter";
import { SearchNote } from "./search-note";

/** `show` and `why` say what, `after` and `before` which page of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const search = new URL(request.url).searchParams;
  const filter = readActivityFilter(search);
  const asked = Object.fromEntries(search);
  const { id: shopId } = shop;
  const emailIsOn = shop.thankYouEmailSince !== null;
  if (filter.view === "problem") {
    const start = readPageStart(asked, isDeliveryId);
    const deliveries = await listProblemDeliveries(app.db, { shopId, start });
    return { filter, emailIsOn, deliveries, engagements: null };
  }
  const engagements = await listEngagements(app.db, { shopId, filter, start: readPageStart(asked, isId) });
  return { filter, emailIsOn, engagements, deliveries: null };
}

const TABS: Record<ActivityView, MessageId> = {
  all: "activity.all",
  rewarded: "activity.rewarded",
  waiting: "activity.waiting",
  not_rewarded: "activity.not_rewarded",
  problem: "activity.problem",
};

/** Everything that came in, with what was decided and why. */
export default function Activity() {
  const { filter, emailIsOn, engagements, deliveries } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const navigate = useNavigate();
  const isLoading = useNavigation().state === "loading";
  useFreshData();
  const shown = engagements ?? deliveries;
  const { newer, older } = shown;
  return (
    <Page title={intl.say("activity.title")} subtitle={intl.say("activity.subtitle")}>
      <Card padding="0">
        <Tabs
          tabs={ACTIVITY_VIEWS.map((view) => ({ id: view, content: intl.say(TABS[view]) }))}
          selected={ACTIVITY_VIEWS.indexOf(filter.view)}
          onSelect={(index) => navigate(activityAddress({ view: ACTIVITY_VIEWS[index] ?? "all", reason: null }))}
        >
          {filter.view === "not_rewarded" ? <ReasonFilter reason={filter.reason} /> : null}
          {engagements ? <EngagementsTable page={engagements} {...{ filter, emailIsOn, isLoading }} /> : null}
          {deliveries ? <DeliveriesTable rows={deliveries.rows} isLoading={isLoading} /> : null}
          {engagements ? <SearchNote page={engagements} /> : null}
          {newer || older ? (
            <Pagination
              type="table"
              accessibilityLabel={intl.say("activity.pages")}
              hasPrevious={newer !== null}
              onPrevious={() => navigate(activityAddress(filter, { before: newer }))}
              hasNext={older !== null}
              onNext={() => navigate(activityAddress(filter, { after: older }))}
            />
          ) : null}
          {shown.rows.length > 0 ? (
            <Box padding="400">
              <TimesNote />
            </Box>
          ) : null}
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
