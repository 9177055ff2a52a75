import type { Mood } from "./mail/mail-provider";
import { openOutboxProvider } from "./mail/outbox-provider";
import { openResendProvider } from "./mail/resend-provider";
import { openSmtpProvider } from "./mail/smtp-provider";
import { mailTransportContract } from "./mail-transport.contract";

const TIMEOUT_MS = 400;
const NETWORK_MOODS: Mood[] = [
  "loses-its-answer",
  "takes-it-silently",
  "hangs-up",
  "busy",
  "refuses",
  "locked-out",
  "silent",
];

mailTransportContract({ name: "outbox folder", open: openOutboxProvider, moods: [], afterLostAnswer: null });
mailTransportContract({
  name: "Resend",
  open: () => openResendProvider(TIMEOUT_MS),
  moods: NETWORK_MOODS,
  afterLostAnswer: "retry",
});
mailTransportContract({
  name: "SMTP",
  open: () => openSmtpProvider(TIMEOUT_MS),
  moods: NETWORK_MOODS,
  afterLostAnswer: "unknown",
});
