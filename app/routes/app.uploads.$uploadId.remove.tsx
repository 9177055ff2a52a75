import type { ActionFunctionArgs } from "@remix-run/node";
import { removeUpload } from "~/codes/remove-upload.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** Removes the codes of an upload that nobody has. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const removed = await removeUpload(app.db, { shopId: shop.id, uploadId: params.uploadId ?? "" }, app.now());
  switch (removed.outcome) {
    case "removed":
      return { message: intl.say("codes.removed", { count: removed.removed }) };
    case "not_found":
      throw notFound();
  }
}
