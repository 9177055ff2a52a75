import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import { readSentCodesFilter } from "~/insights/sent-codes-filter";
import { requireShop } from "~/shopify/require-shop.server";
import { SentCodesPage } from "~/ui/sent-codes/sent-codes-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const query = new URL(request.url).searchParams;
  const filter = readSentCodesFilter(query);
  const { timeZone } = shop;
  const place = { after: query.get("after"), before: query.get("before") };
  const page = await listSentCodes(app.db, { shopId: shop.id, timeZone, ...filter, ...place });
  return { page, filter };
}

/** Sent codes of all coupons. */
export default function AllSentCodes() {
  return <SentCodesPage {...useLoaderData<typeof loader>()} />;
}
