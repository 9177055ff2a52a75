import type { MailTransport, OutgoingMail } from "~/platform/mail/mail-transport";

/** A mail as it arrived at the other end, however it got there. */
export interface ReceivedMail {
  messageId: string;
  from: { name: string; address: string };
  /** Who it was really handed over for (the envelope), not what the To header says. */
  recipients: string[];
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  /** Header names present, lower case. */
  headerNames: string[];
}

/** What the other end does with the next call. */
export type Mood =
  /** Takes the mail, then cuts the connection instead of answering. */
  | "loses-its-answer"
  /** Takes the mail, then says nothing. */
  | "takes-it-silently"
  /** Cuts the connection before taking anything. */
  | "hangs-up"
  /** Says "not now" before taking anything. */
  | "busy"
  /** Says "never" to this mail. */
  | "refuses"
  /** Does not know the installation. */
  | "locked-out"
  /** Says nothing at all, before taking anything. */
  | "silent";

/** The other end of a transport, under a test's control. */
export interface MailProvider {
  transport: MailTransport;
  received(): Promise<ReceivedMail[]>;
  nextIs(mood: Mood): void;
  /** Takes the provider away, so that nothing can be handed over. */
  vanish(): Promise<void>;
  close(): Promise<void>;
}

/** A kind of provider, and what its transport promises. */
export interface MailProviderKind {
  name: string;
  open(): Promise<MailProvider>;
  /** The moods this kind can have. */
  moods: readonly Mood[];
  /** What an answer lost after the mail was taken must come back as; null where an answer cannot be lost. */
  afterLostAnswer: "retry" | "unknown" | null;
}

/** A mail to send in tests. */
export function testMail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: "0198f3c2-7a11-7000-8000-000000000001",
    from: { name: "Tea & Leaves", address: "coupons@laurel.example" },
    replyTo: "hello@tea.example",
    to: "ada@example.com",
    subject: "Thank you, Ada",
    html: "<p>Here is your code: <b>TEA-10</b></p>",
    text: "Here is your code: TEA-10",
    ...overrides,
  };
}
