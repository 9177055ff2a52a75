import type { MailReceipt } from "./mail-transport";

/** What the Resend client gives back for one call: a result, or an error it never throws. */
export interface ResendAnswer {
  data: { id?: unknown } | null;
  error: { name?: unknown; statusCode?: unknown; message?: unknown } | null;
  /** Lower-case names; null when no answer came. */
  headers: Record<string, string> | null;
}

/** Errors a person can mend (key, domain, sender, base URL) while the message stays good. https://resend.com/docs/api-reference/errors */
const MENDABLE_NAMES = new Set(["invalid_from_address", "invalid_access", "not_found", "method_not_allowed"]);
const MENDABLE_STATUS = new Set([401, 403, 404, 405, 451]);
const HOUR = 3600;

/** Reads Resend's answer. No answer is "retry": under the same key Resend sends once. */
export function readResendAnswer({ data, error, headers }: ResendAnswer): MailReceipt {
  if (typeof data?.id === "string" && !error) return { outcome: "sent", providerId: data.id };
  const name = typeof error?.name === "string" ? error.name : "";
  const status = typeof error?.statusCode === "number" ? error.statusCode : null;
  const reason = describe(name, status, error?.message);

  if (name === "invalid_idempotent_request") {
    // The key was used for other bytes within its lifetime, so a mail went out under this id already.
    return { outcome: "unknown", reason: `Resend already has this message with other content. ${reason}` };
  }
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") {
    return { outcome: "retry", reason, retryAfterSeconds: waitFrom(headers) ?? HOUR };
  }
  if (status !== null && (MENDABLE_NAMES.has(name) || MENDABLE_STATUS.has(status))) {
    return {
      outcome: "retry",
      reason: `Resend does not let this installation send: check its settings. ${reason}`,
      retryAfterSeconds: 300,
    };
  }
  if (status !== null && status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)) {
    return { outcome: "refused", reason };
  }
  const wait = waitFrom(headers);
  return { outcome: "retry", reason, ...(wait === null ? {} : { retryAfterSeconds: wait }) };
}

function describe(name: string, status: number | null, message: unknown): string {
  if (status === null && !name) return "Resend gave an answer that cannot be read.";
  if (status === null) return "Resend could not be reached, or its answer was lost.";
  return `Resend: ${String(message ?? "no reason given").slice(0, 300)} (${status}${name ? ` ${name}` : ""})`;
}

/** Seconds to wait by `retry-after` or `ratelimit-reset`, both in seconds: https://resend.com/docs/api-reference/rate-limit */
function waitFrom(headers: ResendAnswer["headers"]): number | null {
  const value = headers?.["retry-after"] ?? headers?.["ratelimit-reset"];
  const seconds = Math.ceil(Number(value));
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 24 * HOUR) : null;
}
