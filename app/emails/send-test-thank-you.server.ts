import { readEmail } from "~/engagements/shopper-identity";
import { newId } from "~/platform/ids";
import type { MailTransport } from "~/platform/mail/mail-transport";
import { previewDraft, type ThankYouDraft } from "./preview-draft.server";

/** `message` says what to change, and `field` where. */
export type SentTest = { outcome: "sent"; to: string } | { outcome: "refused"; field: "to" | "body"; message: string };

/** Sends what the merchant is writing to one address, with sample values and a code that exists in no pool. */
export async function sendTestThankYou(
  mail: MailTransport,
  { to, from, ...draft }: ThankYouDraft & { to: string; from: string },
): Promise<SentTest> {
  const recipient = readEmail(to);
  if (!recipient) return { outcome: "refused", field: "to", message: "Enter an email address." };
  const preview = await previewDraft(draft);
  if (preview.outcome === "invalid") {
    return {
      outcome: "refused",
      field: "body",
      message: "The subject or the body has a mistake; it is named beside its field.",
    };
  }
  const { subject, html, text } = preview;
  const sender = { name: draft.shop.name, address: from };
  const id = newId();
  const test = { id, from: sender, to: recipient.address, subject: `[Test] ${subject}`, html, text };
  const answer = await mail.send({ id, mails: [test] });
  const receipt = answer.outcome === "settled" ? answer.receipts[0] : answer;
  if (receipt?.outcome === "sent") return { outcome: "sent", to: recipient.address };
  return { outcome: "refused", field: "to", message: `The mail could not be sent: ${receipt?.reason ?? "no answer"}` };
}
