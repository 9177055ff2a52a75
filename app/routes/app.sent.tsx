import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import { requireShop } from "~/shopify/require-shop.server";
import { SentCodesPage } from "~/ui/sent-codes-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app } = await requireShop({ request, context });
  const query = new URL(request.url).searchParams;
  const page = await listSentCodes(app.db, {
    shopId: shop.id,
    after: query.get("after"),
    before: query.get("before"),
  });
  return { page, timeZone: shop.timeZone };
}

/** Sent codes of all coupons. */
export default function AllSentCodes() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  return <SentCodesPage backUrl="/app" page={page} timeZone={timeZone} />;
}
