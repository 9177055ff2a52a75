import { expect, test } from "vitest";
import { createShopIntl } from "~/messages/shop-intl";
import { intl } from "../../tests/support/shop-intl";
import { type CodesReminderFacts, renderCodesReminder } from "./render-codes-reminder";

const facts: CodesReminderFacts = {
  coupon: "Free tea",
  codesLeft: 1234,
  promised: 12,
  waiting: 0,
  givenIn14Days: 420,
  daysLeft: 41,
  hasFallback: false,
  uploadUrl: "https://admin.shopify.com/store/tea/apps/laurel/app/coupons/1/codes",
  intl,
};

test("a reminder says how long the codes last, in the shop's numbers", async () => {
  const { subject, text } = await renderCodesReminder({
    ...facts,
    intl: createShopIntl({ ...intl.format, locale: "de", country: "DE" }),
  });
  expect(subject).toBe("1.234 codes left for “Free tea”");
  expect(text).toContain("Lasts at this pace: 41 days");
});

test("codes that are used up last for no time, and are said to be none", async () => {
  const { subject, text } = await renderCodesReminder({ ...facts, codesLeft: 0, daysLeft: 0 });
  expect(subject).toBe("No codes left for “Free tea”");
  expect(text).not.toContain("Lasts at this pace");
  expect(text).toContain("Rewards wait until you add codes");
});

test("a description cannot bring markup into the mail", async () => {
  const { html } = await renderCodesReminder({ ...facts, coupon: "<img src=x onerror=alert(1)>" });
  expect(html).not.toContain("<img");
});
