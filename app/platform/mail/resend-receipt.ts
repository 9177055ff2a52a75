import type { BatchReceipt, MailReceipt } from "./mail-transport";

/** What the Resend client gives back for one batch: a result, or an error it never throws. */
export interface ResendAnswer {
  data: { data?: unknown; errors?: unknown } | null;
  error: { name?: unknown; statusCode?: unknown; message?: unknown } | null;
  /** Lower-case names; null when no answer came. */
  headers: Record<string, string> | null;
}

/** Errors a person can mend (key, domain, sender, base URL) while the message stays good. https://resend.com/docs/api-reference/errors */
const MENDABLE_NAMES = new Set(["invalid_from_address", "invalid_access", "not_found", "method_not_allowed"]);
const MENDABLE_STATUS = new Set([401, 403, 404, 405]);
/** Errors about what was sent: the same bytes are refused whenever they come. Any other answer may be a gateway's. */
const REFUSAL_NAMES = new Set([
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_attachment",
  "security_error",
]);
const HOUR = 3600;

/** Reads Resend's answer to a batch of `count` mails. No answer is "retry": under the same key Resend sends once. */
export function readResendAnswer(answer: ResendAnswer, count: number): BatchReceipt {
  const limit = Number(answer.headers?.["ratelimit-limit"]);
  const receipt = readVerdict(answer, count);
  return Number.isFinite(limit) && limit > 0 ? { ...receipt, callsPerSecond: limit } : receipt;
}

function readVerdict({ data, error, headers }: ResendAnswer, count: number): BatchReceipt {
  if (error) return readError(error, headers, count);
  const receipts = readReceipts(data, count);
  return receipts
    ? { outcome: "settled", receipts }
    : { outcome: "retry", reason: "Resend gave an answer that cannot be read." };
}

function readError(
  error: NonNullable<ResendAnswer["error"]>,
  headers: ResendAnswer["headers"],
  count: number,
): BatchReceipt {
  const name = typeof error.name === "string" ? error.name : "";
  const status = typeof error.statusCode === "number" ? error.statusCode : null;
  const reason = describe(name, status, error.message);
  const wait = waitFrom(headers);

  if (name === "invalid_idempotent_request") {
    // The key was used for other bytes within its lifetime, so mails went out under this id already.
    const why = `Resend already has this batch with other content. ${reason}`;
    return { outcome: "settled", receipts: Array(count).fill({ outcome: "unknown", reason: why }) };
  }
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") {
    return { outcome: "retry", reason, retryAfterSeconds: wait ?? HOUR, forAll: true };
  }
  if (isMendable(name, status)) {
    const why = `Resend does not let this installation send: check its settings. ${reason}`;
    return { outcome: "retry", reason: why, retryAfterSeconds: 300, forAll: true };
  }
  if (isRefusal(name, status)) {
    if (count > 1) return { outcome: "split", reason };
    return { outcome: "settled", receipts: [{ outcome: "refused", reason }] };
  }
  const asked = wait === null ? {} : { retryAfterSeconds: wait };
  return { outcome: "retry", reason, ...asked, ...(status === 429 && { forAll: true }) };
}

const isMendable = (name: string, status: number | null) =>
  status !== null && (MENDABLE_NAMES.has(name) || MENDABLE_STATUS.has(status));

const isRefusal = (name: string, status: number | null) =>
  status !== null && status >= 400 && status < 500 && REFUSAL_NAMES.has(name);

/** `data` has the ids of the accepted mails in order, `errors` the places of the others; null unless they account for all. */
function readReceipts(data: ResendAnswer["data"], count: number): MailReceipt[] | null {
  if (!Array.isArray(data?.data)) return null;
  const ids = data.data.map((entry: { id?: unknown } | null) => entry?.id);
  const refusals = new Map((Array.isArray(data.errors) ? data.errors : []).map(readRefusal));
  const receipts: MailReceipt[] = [];
  for (let index = 0; index < count; index++) {
    const refused = refusals.get(index);
    const id = refused === undefined ? ids.shift() : null;
    if (refused !== undefined) receipts.push({ outcome: "refused", reason: `Resend: ${refused}` });
    else if (typeof id === "string") receipts.push({ outcome: "sent", providerId: id });
    else return null;
  }
  return ids.length === 0 ? receipts : null;
}

function readRefusal(entry: { index?: unknown; message?: unknown } | null): [number, string] {
  return [Number(entry?.index), String(entry?.message ?? "no reason given").slice(0, 300)];
}

function describe(name: string, status: number | null, message: unknown): string {
  if (status === null) return "Resend could not be reached, or its answer was lost.";
  return `Resend: ${String(message ?? "no reason given").slice(0, 300)} (${status}${name ? ` ${name}` : ""})`;
}

/** Seconds to wait by `retry-after` or `ratelimit-reset`, both in seconds: https://resend.com/docs/api-reference/rate-limit */
function waitFrom(headers: ResendAnswer["headers"]): number | null {
  const value = headers?.["retry-after"] ?? headers?.["ratelimit-reset"];
  const seconds = Math.ceil(Number(value));
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 24 * HOUR) : null;
}
