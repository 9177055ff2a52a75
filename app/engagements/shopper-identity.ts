import { domainToASCII } from "node:url";
import { keyedHash } from "~/platform/keyed-hash";

/** An address in the forms the engine needs. */
export interface EmailIdentity {
  /** As given, trimmed: where mail goes. */
  address: string;
  /** What makes it one person: case, Unicode form and a plus-tag do not count. */
  normalised: string;
  domain: string;
}

/** Longest address a mail server has to take (RFC 5321, 4.5.3.1.3, without the angle brackets). */
const MAX_ADDRESS = 254;
/** Characters of what may hold an address. Composing a text takes time by the square of the marks in a row, so none is longer. */
const LONGEST_RAW = 1_000;
/** `domainToASCII` reads a domain as an address of the web has it, and drops what follows it there. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const CONTROL_OR_SPACE = /[\p{Cc}\p{Cf}\p{Z}]/u;

/** Reads an address; null when it is none that mail could go to. */
export function readEmail(raw: string | null): EmailIdentity | null {
  if (raw === null || raw.length > LONGEST_RAW) return null;
  const address = raw.normalize("NFC").trim();
  const at = address.lastIndexOf("@");
  if (at < 1 || address.length > MAX_ADDRESS || CONTROL_OR_SPACE.test(address)) return null;
  if (/[<>(),;:\\"[\]]/.test(address) || address.indexOf("@") !== at) return null;
  if (!DOMAIN.test(address.slice(at + 1))) return null;
  const domain = domainToASCII(address.slice(at + 1)).toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return null;
  const local = address.slice(0, at).normalize("NFKC").toLowerCase();
  const untagged = local.indexOf("+") > 0 ? local.slice(0, local.indexOf("+")) : local;
  return { address, normalised: `${untagged}@${domain}`, domain };
}

/** What an email identity is found by. */
export function hashEmail(identityKey: string, email: EmailIdentity): string {
  return keyedHash(identityKey, `email:${email.normalised}`);
}

/** What an address is found by as it was spelled. Upper and lower case reach the same mailbox. */
export function hashSpelling(identityKey: string, email: EmailIdentity): string {
  return keyedHash(identityKey, `email_spelling:${email.address.toLowerCase()}`);
}

/** Whether an address was spelled in another way than its normal form: with a plus-tag, or in other characters. */
export function hasOwnSpelling(email: EmailIdentity): boolean {
  return email.address.toLowerCase() !== email.normalised;
}

/** What a blocked domain is compared with. */
export function hashDomain(identityKey: string, domain: string): string {
  return keyedHash(identityKey, `domain:${domain}`);
}

/** What a Shopify customer id is found by. */
export function hashCustomerId(identityKey: string, customerId: string): string {
  return keyedHash(identityKey, `shopify_customer:${customerId}`);
}

/**
 * "jo•••@example.com": enough for a merchant to tell addresses apart, too little to be one. Of a name with one or two
 * characters only the first is kept.
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  const name = [...address.slice(0, Math.max(at, 0))];
  return name.length === 0 ? "•••" : `${name.slice(0, name.length > 2 ? 2 : 1).join("")}•••${address.slice(at)}`;
}
