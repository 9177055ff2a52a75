/** One mail of a call, as it would be sent. */
export interface DoubleMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  messageId: string | null;
}

/** A call's mails in order; where one is invalid, why. */
export type ReadMail = { outcome: "valid"; mail: DoubleMail } | { outcome: "invalid"; message: string };

/** Most mails in one call, https://resend.com/docs/api-reference/emails/send-batch-emails. */
export const LARGEST_BATCH = 100;

/** Reads `POST /emails` (one object) or `POST /emails/batch` (an array). Null where the body is neither. */
export function readMails(path: string, body: unknown, refusedDomain: string): ReadMail[] | null {
  if (path === "/emails") return isRecord(body) ? [readMail(body, refusedDomain)] : null;
  if (!Array.isArray(body) || body.length === 0 || body.length > LARGEST_BATCH) return null;
  return body.map((one) => readMail(one, refusedDomain));
}

function readMail(value: unknown, refusedDomain: string): ReadMail {
  const invalid = (field: string): ReadMail => ({ outcome: "invalid", message: `The \`${field}\` field is invalid.` });
  if (!isRecord(value)) return { outcome: "invalid", message: "The email is not an object." };
  const { from, subject, text, html, headers } = value;
  const to = Array.isArray(value.to) && value.to.length === 1 ? value.to[0] : value.to;
  if (typeof from !== "string" || !from.includes("@")) return invalid("from");
  if (typeof to !== "string" || !/^[^\s@]+@[^\s@]+$/.test(to) || to.endsWith(`@${refusedDomain}`)) return invalid("to");
  if (typeof subject !== "string" || subject === "") return invalid("subject");
  if (typeof text !== "string" && typeof html !== "string") return invalid("text");
  const messageId = isRecord(headers) && typeof headers["Message-ID"] === "string" ? headers["Message-ID"] : null;
  return { outcome: "valid", mail: { from, to, subject, text: typeof text === "string" ? text : "", messageId } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
