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

test("a description is one line, and as long as it may be leaves a subject that can be read to its end", async () => {
  const coupon = `10%\r\nBcc: x\u202e off ${"and so on ".repeat(30)}`.slice(0, 255);
  const { subject, html, text } = await renderCodesReminder({ ...facts, coupon });
  expect(subject).toMatch(/^1,234 codes left for “10% Bcc: x off and so on .*…”$/);
  expect(subject.length).toBeLessThan(120);
  for (const part of [html, text]) expect(part).toContain(`10% Bcc: x off ${"and so on ".repeat(20).trim()}`);
});

test("the text part says all that the HTML says, whatever the description", async () => {
  const coupon = "🎁 <b>10%</b> & [link](http://x) * # > &amp;";
  const { text } = await renderCodesReminder({ ...facts, coupon });
  expect(text).toBe(`1,234 codes left for “${coupon}”

Codes left: 1,234

Promised, not sent yet: 12

Waiting for a code: 0

Given in the last 14 days: 420

Lasts at this pace: 41 days

Add codes before they run out, so that no shopper has to wait.

Add codes ${facts.uploadUrl}

Sent by Laurel. You get this once each time the codes run low, and once when none is left. Turn it off on the coupon’s page.`);
});
