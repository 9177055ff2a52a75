import type { ActionFunctionArgs } from "@remix-run/node";
import { previewDraft } from "~/emails/preview-draft.server";
import { sayFields } from "~/messages/say-fields";
import { requireShop } from "~/shopify/require-shop.server";
import { readFields } from "~/ui/forms/read-fields";

/**
 * Renders a draft of the thank-you email (subject, body) with values of a "review" or an "order" (sample), or says for each
 * field what keeps it from being sent.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop, intl } = await requireShop({ request, context });
  const { subject = "", body = "", sample } = await readFields(request);
  const preview = await previewDraft({ subject, body, shop, intl, sample: sample === "order" ? "order" : "review" });
  if (preview.outcome === "invalid") return { outcome: preview.outcome, errors: sayFields(intl, preview.errors) };
  return { outcome: preview.outcome, subject: preview.subject, html: preview.html };
}

/** Typing changes nothing on the server, so nothing is loaded again for it. */
export const shouldRevalidate = () => false;
