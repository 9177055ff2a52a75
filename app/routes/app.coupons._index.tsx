import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptyState, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { listCoupons } from "~/insights/list-coupons.server";
import { requireShop } from "~/shopify/require-shop.server";
import { CouponTable } from "~/ui/coupon-table";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  return { coupons: await listCoupons(app.db, { shopId: shop.id }) };
}

/** All coupons with their figures; without one, the way to the first. */
export default function Coupons() {
  const { coupons } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useAnnouncedChange();
  const create = { content: "Create coupon", onAction: () => navigate("/app/coupons/new") };
  if (coupons.length === 0) {
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
    <Page title="Coupons" primaryAction={create}>
      <Card padding="0">
        <CouponTable coupons={coupons} />
      </Card>
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
