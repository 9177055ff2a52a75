import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, EmptyState, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { pauseCoupons } from "~/coupons/pause-coupons.server";
import { filterCoupons, readCouponFilter } from "~/insights/coupon-filter";
import { listCoupons } from "~/insights/list-coupons.server";
import { listShortCoupons } from "~/insights/list-short-coupons.server";
import { requireShop } from "~/shopify/require-shop.server";
import { CouponFilters } from "~/ui/coupons/coupon-filters";
import { CouponTable } from "~/ui/coupons/coupon-table";
import { EmailOffBanner } from "~/ui/coupons/email-off-banner";
import { ShortCodesBanner } from "~/ui/coupons/short-codes-banner";
import { readFields } from "~/ui/forms/read-fields";
import { useShopIntl } from "~/ui/shop-intl";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const filter = readCouponFilter(new URL(request.url).searchParams);
  const [all, short] = await Promise.all([
    listCoupons(app.db, { shopId: shop.id }, app.now()),
    listShortCoupons(app.db, { shopId: shop.id }),
  ]);
  return {
    short,
    coupons: filterCoupons(intl, all, filter),
    total: all.length,
    filter,
    emailIsOn: shop.thankYouEmailSince !== null,
  };
}

/** Pauses or resumes the coupons that were chosen. Answers with a sentence to show. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const { ids = "", paused } = await readFields(request);
  const input = { shopId: shop.id, couponIds: ids.split(","), paused: paused === "on" };
  const result = await pauseCoupons(app.db, input, app.now());
  switch (result.outcome) {
    case "changed":
      return {
        message: intl.say(input.paused ? "coupons.are_paused" : "coupons.are_resumed", { count: result.changed }),
      };
    case "not_found":
      return data({ problem: intl.say("coupons.only_drafts_chosen") }, 422);
  }
}

/** All coupons with their figures; without one, the way to the first. */
export default function Coupons() {
  const { short, coupons, total, filter, emailIsOn } = useLoaderData<typeof loader>();
  const intl = useShopIntl();
  const navigate = useNavigate();
  useAnnouncedChange();
  const create = { content: intl.say("coupons.create"), onAction: () => navigate("/app/coupons/new") };
  if (total === 0) {
    return (
      <Page title={intl.say("common.coupons")}>
        <Card>
          <EmptyState heading={intl.say("coupons.none_yet")} action={create} image="/coupons.svg">
            <Text as="p">{intl.say("coupons.none_yet_text")}</Text>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page fullWidth title={intl.say("common.coupons")} primaryAction={create}>
      <BlockStack gap="400">
        {emailIsOn ? null : <EmailOffBanner />}
        <ShortCodesBanner coupons={short} />
        <Card padding="0">
          <CouponFilters filter={filter} />
          <CouponTable coupons={coupons} />
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/** The page before says in the address what it did; it is told once and then taken out of the address. */
function useAnnouncedChange(): void {
  const shopify = useAppBridge();
  const intl = useShopIntl();
  const [query, setQuery] = useSearchParams();
  const change = query.get("created")
    ? intl.say("coupons.is_created")
    : query.get("deleted")
      ? intl.say("coupons.is_deleted")
      : null;
  useEffect(() => {
    if (!change) return;
    shopify.toast.show(change);
    setQuery({}, { replace: true, preventScrollReset: true });
  }, [change, shopify, setQuery]);
}
