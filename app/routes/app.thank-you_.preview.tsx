import type { ActionFunctionArgs } from "@remix-run/node";
import { previewDraft } from "~/emails/preview-draft.server";
import { requireShop } from "~/shopify/require-shop.server";
import { readFields } from "~/ui/read-fields";

/** Renders a draft of the thank-you email (subject, body) with sample values; null while it cannot be rendered. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await requireShop({ request, context });
  const { subject = "", body = "" } = await readFields(request);
  const preview = await previewDraft({ subject, body, shop });
  return preview.outcome === "rendered" ? { subject: preview.subject, html: preview.html } : null;
}

/** Typing changes nothing on the server, so nothing is loaded again for it. */
export const shouldRevalidate = () => false;
