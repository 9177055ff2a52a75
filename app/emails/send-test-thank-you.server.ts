import { readEmail } from "~/engagements/shopper-identity";
import { type Sentence, sentence } from "~/messages/sentence";
import { newId } from "~/platform/ids";
import type { MailTransport } from "~/platform/mail/mail-transport";
import { previewDraft, type ThankYouDraft } from "./preview-draft.server";

/** `message` says what to change, and `field` where. */
export type SentTest =
  | { outcome: "sent"; to: string }
  | { outcome: "refused"; field: "to" | "body"; message: Sentence };

/** Sends what the merchant is writing to one address, with sample values and a code that exists in no pool. */
export async function sendTestThankYou(
  mail: MailTransport,
  { to, from, ...draft }: ThankYouDraft & { to: string; from: string },
): Promise<SentTest> {
  const recipient = readEmail(to);
  if (!recipient) return { outcome: "refused", field: "to", message: sentence("thank_you_test.no_address") };
  const preview = await previewDraft(draft);
  if (preview.outcome === "invalid") {
    return { outcome: "refused", field: "body", message: sentence("thank_you_test.mistake") };
  }
  const { html, text } = preview;
  const subject = draft.intl.say("test_mail.subject", { subject: preview.subject });
  const sender = { name: draft.shop.name, address: from };
  const id = newId();
  const test = { id, from: sender, to: recipient.address, subject, html, text };
  const answer = await mail.send({ id, mails: [test] });
  const receipt = answer.outcome === "settled" ? answer.receipts[0] : answer;
  if (receipt?.outcome === "sent") return { outcome: "sent", to: recipient.address };
  const reason = receipt?.reason ?? sentence("thank_you_test.no_answer");
  return { outcome: "refused", field: "to", message: sentence("thank_you_test.not_sent", { reason }) };
}
