import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingMail } from "./mail-transport";
import { headerText, messageIdOf } from "./outgoing-mail";

/** The mail as the bytes of an internet message (RFC 5322): a text and an HTML part, lines ending in CRLF. */
export function composeMime(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: messageIdOf(mail),
    from: { name: headerText(mail.from.name), address: mail.from.address },
    to: { name: "", address: mail.to },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: "", address: mail.replyTo } }),
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    newline: "\r\n",
    // Mail never reads files or addresses, whatever its content says.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
