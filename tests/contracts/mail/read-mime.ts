import { type AddressObject, simpleParser } from "mailparser";
import type { ReceivedMail } from "./mail-provider";

/** Reads the bytes of a mail. Recipients are those of the headers unless an envelope is given. */
export async function readMime(bytes: Buffer, envelope?: string[]): Promise<ReceivedMail> {
  const mail = await simpleParser(bytes);
  const recipients = [mail.to, mail.cc, mail.bcc].flat().flatMap(addressesOf);
  return {
    messageId: mail.messageId ?? "",
    from: { name: mail.from?.value[0]?.name ?? "", address: mail.from?.value[0]?.address ?? "" },
    recipients: envelope ?? recipients,
    replyTo: mail.replyTo?.value[0]?.address ?? null,
    subject: mail.subject ?? "",
    html: (mail.html || "").trim(),
    text: (mail.text ?? "").trim(),
    headerNames: mail.headerLines.map((line) => line.key),
  };
}

function addressesOf(field: AddressObject | undefined): string[] {
  return (field?.value ?? []).map((entry) => entry.address ?? "");
}
