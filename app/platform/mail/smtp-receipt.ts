import type { TryReceipt } from "./send-singly";

/** What nodemailer says about a delivery that did not succeed. */
export interface SmtpFailure {
  message: string;
  /** nodemailer's own code, e.g. "EAUTH", "ECONNECTION". */
  code?: string | undefined;
  /** The server's reply code, where it replied. */
  responseCode?: number | undefined;
  /** The command the reply belongs to. */
  command?: string | undefined;
}

/** Nodemailer's checks of this one message, made before anything is sent. */
const OWN_REFUSALS = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * Reads a failed SMTP delivery. `dataStarted` says whether any byte of the message had been handed to the connection:
 * until then nothing can have been accepted; after it, only a reply tells (RFC 5321, 4.5.3.2.6 and 6.1).
 */
export function readSmtpFailure(failure: SmtpFailure, dataStarted: boolean): TryReceipt {
  const reason = `SMTP: ${failure.message.slice(0, 300)}`;
  const { responseCode, command, code } = failure;
  if (responseCode !== undefined) {
    const aboutThisMail = command === "RCPT TO" || command === "DATA";
    // A permanent "no" to anything else (greeting, login, sender) is about the installation and can be mended.
    return { outcome: responseCode >= 500 && aboutThisMail ? "refused" : "retry", reason };
  }
  if (dataStarted)
    return { outcome: "unknown", reason: `The server gave no reply after the mail was handed over. ${reason}` };
  if (OWN_REFUSALS.has(code ?? "") && command !== "CONN") return { outcome: "refused", reason };
  return { outcome: "retry", reason };
}
