import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readFileChoice } from "~/codes/files/file-choice";
import { listUploads } from "~/codes/list-uploads.server";
import { uploadCodes } from "~/codes/upload-codes.server";
import { findCoupon } from "~/coupons/find-coupon.server";
import { sentence } from "~/messages/sentence";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";
import { receiveFile } from "./receive-file.server";

/** The uploads of a coupon that run at this moment, whoever began them, with how many codes each has stored. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const { uploads } = await listUploads(app.db, { shopId: shop.id, couponId: coupon.id, before: null });
  const running = uploads.filter(({ state }) => state === "importing");
  return { running: running.map(({ id, fileName, stored }) => ({ id, fileName, stored })) };
}

/**
 * Takes a file of codes (multipart, field "file"). A draft becomes a coupon with codes of its own by it. With `?replace=on` the codes of
 * older uploads that nobody has end with it. Answers as JSON what became of it, so that what sends it can watch how much is sent.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, db, app } = await requireShop({ request, context });
  const coupon = await findCoupon(db, { couponId: params.couponId ?? "" });
  if (!coupon) throw notFound();
  const query = new URL(request.url).searchParams;
  const said = { replace: query.get("replace") === "on", choice: readFileChoice(query) };
  const uploaded = await receiveFile(request, (file) =>
    uploadCodes(app.db, { shopId: shop.id, couponId: coupon.id, ...file, ...said }, app.now()),
  );
  if (!uploaded) return Response.json({ problem: sentence("codes.choose_file_first"), report: null }, { status: 422 });
  const { report, holders } = uploaded;
  switch (uploaded.outcome) {
    case "imported":
      return Response.json({ problem: null, report, holders });
    case "refused":
      return Response.json(
        { problem: uploaded.message, report, holders },
        uploaded.reason === "too_large" ? { status: 413, headers: { Connection: "close" } } : { status: 422 },
      );
  }
}
