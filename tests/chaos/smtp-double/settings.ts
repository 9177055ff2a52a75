/** How the double of an SMTP server behaves. Chances are between 0 and 1. */
export interface SmtpDoubleSettings {
  logFile: string;
  seed: number;
  /** Says "not now" before it takes anything. */
  busy: number;
  /** Takes the mail and cuts the connection instead of answering. */
  sentThenCut: number;
  /** Cuts the connection before it takes anything. */
  cut: number;
  refusedDomain: string;
  /** Regular expression: what of each mail's text the log keeps. */
  keepOfText: string;
}
