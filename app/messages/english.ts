import { activityMessages } from "./english/activity";
import { codesMessages } from "./english/codes";
import { commonMessages } from "./english/common";
import { couponFormMessages } from "./english/coupon-form";
import { couponsMessages } from "./english/coupons";
import { emailsMessages } from "./english/emails";
import { homeMessages } from "./english/home";
import { pagesMessages } from "./english/pages";
import { sentCodesMessages } from "./english/sent-codes";
import { settingsMessages } from "./english/settings";
import { sourcesMessages } from "./english/sources";
import { thankYouMessages } from "./english/thank-you";

/**
 * Every sentence and label a person may read, by place, in ICU message syntax
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages).
 */
export const english = {
  ...activityMessages,
  ...codesMessages,
  ...commonMessages,
  ...couponFormMessages,
  ...couponsMessages,
  ...emailsMessages,
  ...homeMessages,
  ...pagesMessages,
  ...sentCodesMessages,
  ...settingsMessages,
  ...sourcesMessages,
  ...thankYouMessages,
} as const;

/** The name of a message: its place, then what it says. */
export type MessageId = keyof typeof english;
