import type { LoaderFunctionArgs } from "@remix-run/node";
import { listEngagementDeliveries } from "~/insights/list-engagement-deliveries.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** What sources sent about an engagement, for its page once somebody asks. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db } = await requireShop({ request, context });
  const deliveries = await listEngagementDeliveries(db, { engagementId: params.engagementId ?? "" });
  if (!deliveries) throw notFound();
  return { deliveries };
}
