import type { BatchReceipt, MailReceipt, OutgoingBatch, OutgoingMail } from "./mail-transport";

/** What became of one try with one mail. */
export type TryReceipt = MailReceipt | { outcome: "retry"; reason: string };

/** `send` of a transport that takes one mail at a time. Throws when it is given more. */
export function sendSingly(sendOne: (mail: OutgoingMail) => Promise<TryReceipt>) {
  return async ({ mails }: OutgoingBatch): Promise<BatchReceipt> => {
    const [mail, ...more] = mails;
    if (!mail || more.length > 0) throw new Error("this transport takes one mail at a time");
    const receipt = await sendOne(mail);
    return receipt.outcome === "retry" ? receipt : { outcome: "settled", receipts: [receipt] };
  };
}
