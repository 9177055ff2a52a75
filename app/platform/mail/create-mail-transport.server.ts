import type { Env } from "../env";
import type { MailTransport } from "./mail-transport";
import { outboxTransport } from "./outbox-transport.server";
import { resendTransport } from "./resend-transport.server";
import { smtpTransport } from "./smtp-transport.server";

type MailSettings = Pick<
  Env,
  | "MAIL_TRANSPORT"
  | "MAIL_CALL_TIMEOUT_SECONDS"
  | "RESEND_API_KEY"
  | "RESEND_BASE_URL"
  | "RESEND_KEY_LIFETIME_SECONDS"
  | "SMTP_URL"
  | "OUTBOX_DIR"
>;

/** The installation's way of sending mail. Throws if the transport's own setting is missing, which `readEnv` rules out. */
export function createMailTransport(env: MailSettings): MailTransport {
  const timeoutMs = env.MAIL_CALL_TIMEOUT_SECONDS * 1000;
  switch (env.MAIL_TRANSPORT) {
    case "resend":
      return resendTransport({
        apiKey: required(env.RESEND_API_KEY),
        baseUrl: env.RESEND_BASE_URL,
        timeoutMs,
        keyLifetimeMs: env.RESEND_KEY_LIFETIME_SECONDS * 1000,
      });
    case "smtp":
      return smtpTransport({ url: required(env.SMTP_URL), timeoutMs });
    case "outbox":
      return outboxTransport({ folder: required(env.OUTBOX_DIR) });
  }
}

function required(setting: string | undefined): string {
  if (setting === undefined) throw new Error("The mail transport's setting is missing.");
  return setting;
}
