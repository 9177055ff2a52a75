import type { OutgoingMail } from "./mail-transport";

// No spaces, separators, quotes or comments (RFC 5322 specials), so that one address can never be read as two.
const SINGLE_ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/u;
const SAFE_ID = /^[A-Za-z0-9-]{1,64}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a header
const HEADER_BREAKERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Why a mail can never be handed to any transport, or null if it can.
 * Guards what each transport relies on: one recipient, and an id that is safe as file name and Message-ID.
 */
export function unsendableReason(mail: OutgoingMail): string | null {
  if (!SAFE_ID.test(mail.id)) return "The message id has characters that do not belong in one.";
  if (!SINGLE_ADDRESS.test(mail.to) || mail.to.length > 254) return "The recipient is not one email address.";
  if (!SINGLE_ADDRESS.test(mail.from.address)) return "The sender is not one email address.";
  if (mail.replyTo !== undefined && !SINGLE_ADDRESS.test(mail.replyTo)) return "Reply-To is not one email address.";
  return null;
}

/** The Message-ID header: `<id@domain of the sender's address>`. */
export function messageIdOf(mail: OutgoingMail): string {
  return `<${mail.id}@${mail.from.address.slice(mail.from.address.lastIndexOf("@") + 1)}>`;
}

/** A header value on one line: line breaks and control characters become one space. */
export function headerText(value: string): string {
  return value.toWellFormed().replace(HEADER_BREAKERS, " ").trim();
}

/** `"Shop name" <address>`; the name is quoted, and what could end the quotes is taken out of it. */
export function senderLine(from: OutgoingMail["from"]): string {
  const name = headerText(from.name)
    .replace(/["\\<>]/g, "")
    .trim();
  return name ? `"${name}" <${from.address}>` : from.address;
}
