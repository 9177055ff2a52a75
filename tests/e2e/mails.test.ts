import { afterAll, beforeAll, expect, it } from "vitest";
import { layOutDraft } from "~/emails/lay-out-draft";
import { renderCodesReminder } from "~/emails/render-codes-reminder";
import { renderThankYou } from "~/emails/render-thank-you";
import { FULL_VARIABLES } from "~/emails/thank-you-variables";
import { intl } from "../support/shop-intl";
import { type BrowserWindow, openBrowser, PHONE } from "./support/open-browser";

let browser: BrowserWindow;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const HEBREW = "הנחה של 10% על ההזמנה הבאה שלך!";
/** As long as a value can be in a mail, without a place to break. */
const SOLID = "W".repeat(255);

async function thankYou(description: string, words = SOLID): Promise<string> {
  const body = `{{ product.title }} ${words}\n\n{{ order.name }}`;
  const draft = await layOutDraft({ subject: "Thanks", body, intl });
  if (draft.outcome === "invalid") throw new Error(JSON.stringify(draft.errors));
  return renderThankYou(draft, {
    ...FULL_VARIABLES,
    coupon: { description, code: SOLID, expires_on: SOLID },
    product: { title: words },
    shop: { name: SOLID },
    order: { name: SOLID },
  }).html;
}

async function reminder(coupon: string): Promise<string> {
  const figures = { codesLeft: 1_234_567, promised: 12, waiting: 3, givenIn14Days: 420, daysLeft: 41 };
  const uploadUrl = "https://admin.shopify.com/store/tea/apps/laurel/app/coupons/1/codes";
  return (await renderCodesReminder({ ...figures, coupon, uploadUrl, hasFallback: false, intl })).html;
}

it("no mail is wider than a phone, however long its words are", async () => {
  await browser.page.setViewportSize(PHONE);
  for (const html of [await thankYou(SOLID), await reminder(SOLID), await reminder("<b>x</b> 🎁".repeat(20))]) {
    await browser.page.setContent(html);
    expect(await browser.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }
});

it("what is written from right to left is read from right to left, the sign at its end on the left", async () => {
  await browser.page.setViewportSize(PHONE);
  for (const html of [await thankYou(HEBREW, HEBREW), await reminder(HEBREW)]) {
    await browser.page.setContent(html);
    expect(await browser.page.evaluate(signsBeforeTheirText)).not.toContain(false);
  }
});

/** Of each "!" that is seen: whether it stands left of the letter written before it. */
function signsBeforeTheirText(): boolean[] {
  const found: boolean[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const leftOf = (node: Node, at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.textContent?.indexOf("!") ?? -1;
    if (at < 1 || !node.parentElement?.checkVisibility()) continue;
    const [letter, sign] = [leftOf(node, at - 1), leftOf(node, at)];
    found.push(sign.left < letter.left || sign.top > letter.top);
  }
  return found;
}
