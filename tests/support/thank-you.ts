import { defaultThankYou } from "~/emails/default-thank-you";
import { sampleVariables } from "~/emails/sample-variables";
import type { ThankYouVariables } from "~/emails/thank-you-variables";
import { intl } from "./shop-intl";

/** What a mail says before a merchant changes it. */
export const DEFAULT_THANK_YOU = defaultThankYou(intl);

/** A value for every variable. */
export const SAMPLE_VARIABLES: ThankYouVariables = {
  ...sampleVariables(intl, { name: "Your shop" }, "review"),
  order: { name: "#1001" },
};
