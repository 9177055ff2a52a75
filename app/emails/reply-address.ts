import { readEmail } from "~/engagements/shopper-identity";

const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;

/**
 * Where answers to a shop's mails go: the merchant's address, its domain as mail servers have it. Null where it is not known, is
 * not one address, or has other letters before the @: not every mail server takes those in a header, and a mail must not be
 * refused for it.
 */
export function replyAddress(merchantEmail: string | null): string | null {
  const email = readEmail(merchantEmail);
  if (!email) return null;
  const address = `${email.address.slice(0, email.address.lastIndexOf("@"))}@${email.domain}`;
  return PRINTABLE_ASCII.test(address) ? address : null;
}
