import { readEmail } from "~/engagements/shopper-identity";
import { type Sentence, sentence } from "~/messages/sentence";
import type { Application } from "~/platform/application";
import { newId } from "~/platform/ids";
import { awaitTurn } from "~/platform/mail/await-turn.server";
import { keepPace } from "~/platform/mail/keep-pace.server";
import type { OutgoingMail } from "~/platform/mail/mail-transport";
import { isCallNear } from "~/platform/mail/reserve-call.server";
import { type CountedTestMail, countTestMail } from "./count-test-mail.server";
import { previewDraft, type ThankYouDraft } from "./preview-draft.server";
import { replyAddress } from "./reply-address";

/** `message` says what to change, and `field` where. */
export type SentTest =
  | { outcome: "sent"; to: string }
  | Exclude<CountedTestMail, { outcome: "counted" }>
  | { outcome: "refused"; field: "to" | "body"; message: Sentence };

/** `email` is where the merchant reads mail, as on the shop: answers to the test go there, as those to the real mail do. */
type TestMail = ThankYouDraft & { shopId: number; to: string; from: string; shop: { email: string | null } };

type Mailing = Pick<Application, "db" | "mail" | "now">;

/**
 * Sends what the merchant is writing to one address, with sample values and a code that exists in no pool. It takes its turn with all
 * other calls to the mail provider, and a shop may send 20 an hour.
 */
export async function sendTestThankYou(app: Mailing, { shopId, to, from, ...draft }: TestMail): Promise<SentTest> {
  const recipient = readEmail(to);
  if (!recipient) return { outcome: "refused", field: "to", message: sentence("thank_you_test.no_address") };
  const preview = await previewDraft(draft);
  if (preview.outcome === "invalid") {
    return { outcome: "refused", field: "body", message: sentence("thank_you_test.mistake") };
  }
  const { html, text } = preview;
  const subject = draft.intl.say("test_mail.subject", { subject: preview.subject });
  const sender = { name: draft.shop.name, address: from };
  const replyTo = replyAddress(draft.shop.email);
  const test = { id: newId(), from: sender, to: recipient.address, subject, html, text };
  return handOver(app, shopId, replyTo === null ? test : { ...test, replyTo });
}

async function handOver({ db, mail, now }: Mailing, shopId: number, test: OutgoingMail): Promise<SentTest> {
  if (!(await isCallNear(db, mail, now()))) return BUSY;
  const counted = await countTestMail(db, { shopId }, now());
  if (counted.outcome === "limited") return counted;
  if (!(await awaitTurn({ db, mail, now }))) return BUSY;
  const answer = await mail.send({ id: test.id, mails: [test] });
  await keepPace(db, { transport: mail, receipt: answer }, now());
  const receipt = answer.outcome === "settled" ? answer.receipts[0] : answer;
  if (receipt?.outcome === "sent") return { outcome: "sent", to: test.to };
  const reason = receipt?.reason ?? sentence("thank_you_test.no_answer");
  return { outcome: "refused", field: "to", message: sentence("thank_you_test.not_sent", { reason }) };
}

/** The provider wants no call for a while. */
const BUSY: SentTest = { outcome: "refused", field: "to", message: sentence("thank_you_test.busy") };
