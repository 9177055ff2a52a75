import { render, toPlainText } from "react-email";
import { CodesReminderLayout } from "./codes-reminder-layout";

/** What a reminder tells. */
export interface CodesReminderFacts {
  /** The coupon's description. */
  coupon: string;
  /** In the pools and promised to nobody. */
  codesLeft: number;
  /** Rewards without a code yet, and those of them that are due and find none. */
  promised: number;
  waiting: number;
  /** Codes given in the last 14 days, and how many days the codes left last at that pace; null: no pace to go by. */
  givenIn14Days: number;
  daysLeft: number | null;
  /** Whether a code for everybody is given meanwhile. */
  hasFallback: boolean;
  /** The page where codes are added. */
  uploadUrl: string;
  /** BCP 47 tag that numbers are written in. */
  locale: string;
}

/** The reminder as a mail: subject, HTML and plain text. */
export async function renderCodesReminder(
  facts: CodesReminderFacts,
): Promise<{ subject: string; html: string; text: string }> {
  const { coupon, codesLeft, uploadUrl } = facts;
  const count = (n: number) => n.toLocaleString(facts.locale);
  const subject =
    codesLeft === 0 ? `No codes left for “${coupon}”` : `${count(codesLeft)} ${codes(codesLeft)} left for “${coupon}”`;
  const figures = [
    { label: "Codes left", value: count(codesLeft) },
    { label: "Promised, not sent yet", value: count(facts.promised) },
    { label: "Waiting for a code", value: count(facts.waiting) },
    { label: "Given in the last 14 days", value: count(facts.givenIn14Days) },
    ...(codesLeft === 0 || facts.daysLeft === null
      ? []
      : [{ label: "Lasts at this pace", value: days(facts.daysLeft, count) }]),
  ];
  const layout = (
    <CodesReminderLayout headline={subject} figures={figures} meanwhile={meanwhileOf(facts)} uploadUrl={uploadUrl} />
  );
  const html = await render(layout);
  return { subject, html, text: toPlainText(html, AS_WRITTEN) };
}

/** html-to-text shouts headings. */
const AS_WRITTEN = { selectors: [{ selector: "h1", options: { uppercase: false } }] };

function meanwhileOf({ codesLeft, hasFallback }: CodesReminderFacts): string {
  if (codesLeft > 0) return "Add codes before they run out, so that no shopper has to wait.";
  return hasFallback
    ? "Until you add codes, shoppers get the code you chose for this case."
    : "Rewards wait until you add codes, and then go out by themselves, oldest first.";
}

const codes = (n: number) => (n === 1 ? "code" : "codes");

function days(n: number, count: (n: number) => string): string {
  if (n === 0) return "less than a day";
  return n === 1 ? "1 day" : `${count(n)} days`;
}
