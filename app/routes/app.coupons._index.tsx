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
import { CouponFilters } from "~/ui/coupon-filters";
import { CouponTable } from "~/ui/coupon-table";
import { quantity } from "~/ui/quantity";
import { readFields } from "~/ui/read-fields";
import { ShortCodesBanner } from "~/ui/short-codes-banner";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const filter = readCouponFilter(new URL(request.url).searchParams);
  const [all, short] = await Promise.all([
    listCoupons(app.db, { shopId: shop.id }, app.now()),
    listShortCoupons(app.db, { shopId: shop.id }),
  ]);
  return { short, coupons: filterCoupons(all, filter), total: all.length, filter, currency: shop.currency };
}

/** Pauses or resumes the coupons that were chosen. Answers with a sentence to show. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const { ids = "", paused } = await readFields(request);
  const input = { shopId: shop.id, couponIds: ids.split(","), paused: paused === "on" };
  const result = await pauseCoupons(app.db, input, app.now());
  switch (result.outcome) {
    case "changed":
      return { message: `${quantity(result.changed, "coupon")} ${input.paused ? "paused" : "resumed"}` };
    case "not_found":
      return data({ problem: "Drafts can be neither paused nor resumed. Choose at least one other coupon." }, 422);
  }
}

/** All coupons with their figures; without one, the way to the first. */
export default function Coupons() {
  const { short, coupons, total, filter, currency } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useAnnouncedChange();
  const create = { content: "Create coupon", onAction: () => navigate("/app/coupons/new") };
  if (total === 0) {
    return (
      <Page title="Coupons">
        <Card>
          <EmptyState heading="Reward what shoppers do for you" action={create} image="/coupons.svg">
            <Text as="p">Choose an engagement, such as writing a review, and the coupon it earns.</Text>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page fullWidth title="Coupons" primaryAction={create}>
      <BlockStack gap="400">
        <ShortCodesBanner coupons={short} />
        <Card padding="0">
          <CouponFilters filter={filter} />
          <CouponTable coupons={coupons} currency={currency} />
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

/** The page before says in the address what it did; it is told once and then taken out of the address. */
function useAnnouncedChange(): void {
  const shopify = useAppBridge();
  const [query, setQuery] = useSearchParams();
  const change = query.get("created") ? "Coupon created" : query.get("deleted") ? "Coupon deleted" : null;
  useEffect(() => {
    if (!change) return;
    shopify.toast.show(change);
    setQuery({}, { replace: true, preventScrollReset: true });
  }, [change, shopify, setQuery]);
}
