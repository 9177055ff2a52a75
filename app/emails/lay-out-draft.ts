import { sentence } from "~/messages/sentence";
import type { ShopIntl } from "~/messages/shop-intl";
import { checkDraft, type DraftErrors } from "./check-draft";
import { oneLine } from "./clean-variables";
import { isTemplateFault } from "./is-template-fault";
import { renderLayout } from "./render-layout";
import { compileThankYou, type ThankYouTemplate } from "./render-thank-you";
import { BAREST_VARIABLES, FULL_VARIABLES } from "./thank-you-variables";

/** A draft in its final shape. `body` is tidied; `errors` holds a sentence for each field that cannot be used as it is. */
export type LaidOutDraft =
  | ({ outcome: "ready"; body: string } & ThankYouTemplate)
  | { outcome: "invalid"; errors: DraftErrors };

/**
 * What a merchant wrote, tidied, checked, put into the layout and compiled as a whole: what is `ready` here is what previews
 * show, what is saved, and what sending compiles again.
 */
export async function layOutDraft(draft: { subject: string; body: string; intl: ShopIntl }): Promise<LaidOutDraft> {
  const subject = oneLine(draft.subject, Number.POSITIVE_INFINITY);
  const body = draft.body.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
  const errors = checkDraft({ subject, body });
  if (Object.keys(errors).length > 0) return { outcome: "invalid", errors };
  try {
    const template = { subject, ...(await renderLayout({ subject, body, intl: draft.intl })) };
    const render = compileThankYou(template);
    for (const variables of [FULL_VARIABLES, BAREST_VARIABLES]) render(variables);
    return { outcome: "ready", body, ...template };
  } catch (error) {
    if (!isTemplateFault(error)) throw error;
    // The check bounds what merchants write, so this is for a text that the layout, once changed, makes too large.
    return { outcome: "invalid", errors: { body: sentence("thank_you_check.large_email") } };
  }
}
