import { render, toPlainText } from "react-email";
import { type Sentence, sentence } from "~/messages/sentence";
import type { ShopIntl } from "~/messages/shop-intl";
import { oneLine } from "./clean-variables";
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
  intl: ShopIntl;
}

/** Characters of the description in the subject: enough to know the coupon by. */
const LONGEST_IN_SUBJECT = 80;

/** The reminder as a mail: subject, HTML and plain text. */
export async function renderCodesReminder(
  facts: CodesReminderFacts,
): Promise<{ subject: string; html: string; text: string }> {
  const { codesLeft: left, uploadUrl, intl } = facts;
  const headlineWith = (longest?: number) =>
    intl.say("codes_reminder.subject", { left, coupon: oneLine(facts.coupon, longest) });
  const [subject, headline] = [headlineWith(LONGEST_IN_SUBJECT), headlineWith()];
  const figures = figuresOf(facts).map((figure) => intl.say(figure));
  const meanwhile = intl.say(meanwhileOf(facts));
  const html = await render(<CodesReminderLayout {...{ headline, figures, meanwhile, uploadUrl, intl }} />);
  return { subject, html, text: toPlainText(html, AS_WRITTEN) };
}

/** html-to-text shouts headings. */
const AS_WRITTEN = { selectors: [{ selector: "h1", options: { uppercase: false } }] };

function figuresOf({ codesLeft, promised, waiting, givenIn14Days, daysLeft }: CodesReminderFacts): Sentence[] {
  const figures = [
    sentence("codes_reminder.left", { count: codesLeft }),
    sentence("codes_reminder.promised", { count: promised }),
    sentence("codes_reminder.waiting", { count: waiting }),
    sentence("codes_reminder.given", { count: givenIn14Days }),
  ];
  if (codesLeft === 0 || daysLeft === null) return figures;
  return [...figures, sentence("codes_reminder.lasts", { days: daysLeft })];
}

function meanwhileOf({ codesLeft, hasFallback }: CodesReminderFacts): Sentence {
  if (codesLeft > 0) return sentence("codes_reminder.running_low");
  return sentence(hasFallback ? "codes_reminder.fallback" : "codes_reminder.rewards_wait");
}
