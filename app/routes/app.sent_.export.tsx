import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportSentCodes } from "~/insights/export-sent-codes.server";
import { readSentCodesFilter } from "~/insights/sent-codes-filter";
import { isId } from "~/platform/ids";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** Sent codes as a CSV file, narrowed as the page it was asked from; written while they are read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const query = new URL(request.url).searchParams;
  const couponId = query.get("coupon");
  if (couponId && !isId(couponId)) throw notFound();
  const asked = { shopId: shop.id, intl, ...readSentCodesFilter(query), ...(couponId && { couponId }) };
  const file = Readable.from(exportSentCodes(app.db, asked), { highWaterMark: 1 });
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="sent-codes.csv"',
      "cache-control": "no-store",
    },
  });
}
