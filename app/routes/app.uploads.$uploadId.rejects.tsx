import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportRejects } from "~/codes/export-rejects.server";
import { findUpload } from "~/codes/find-upload.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** The lines of an upload that gave no code, as a CSV file; written while they are read. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const upload = await findUpload(app.db, { shopId: shop.id, uploadId: params.uploadId ?? "" });
  if (!upload) throw notFound();
  const file = Readable.from(exportRejects(app.db, { shopId: shop.id, poolId: upload.id, intl }), { highWaterMark: 1 });
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="lines-without-a-code.csv"',
      "cache-control": "no-store",
    },
  });
}
