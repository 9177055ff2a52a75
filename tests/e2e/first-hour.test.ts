import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPolarisFinding, POLARIS_FINDINGS } from "./polaris-findings";
import { audit, type Finding } from "./support/audit";
import { pressByKey, tabTo, typeByKey } from "./support/keyboard";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, openBrowser } from "./support/open-browser";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

let demo: TestDemo;
let browser: BrowserWindow;
let merchant: Merchant;
const findings: Finding[] = [];

beforeAll(async () => {
  demo = await startTestDemo();
  browser = await openBrowser();
  merchant = await openAdmin(browser.page, demo.adminUrl);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function look(state: string): Promise<void> {
  findings.push(...(await audit(browser.page, state)));
}

/** The same merchant's other tab, at the coupon's page. */
async function otherTab(coupon: string): Promise<Merchant & { page: Page }> {
  const page = await browser.context.newPage();
  const other = await openAdmin(page, demo.adminUrl);
  await editCoupon(other, coupon);
  return { ...other, page };
}

async function editCoupon(tab: Merchant, coupon: string): Promise<void> {
  await tab.goTo("Coupons", "Coupons");
  await tab.follow(coupon);
  await tab.reads("Edit coupon");
}

function save(page: Page): Promise<void> {
  return page.getByRole("button", { name: "Save", exact: true }).click();
}

test("the whole first coupon is created without a mouse", async () => {
  const { page } = browser;
  await pressByKey(page, "Coupons");
  // Home has a button "Create coupon" too, and may be shown until the list is there.
  await merchant.reads("Reward what shoppers do for you");
  await pressByKey(page, "Create coupon");
  await merchant.reads("Step 1 of 3");
  // One of several choices: Tab goes to the first, the arrows to the others.
  await tabTo(page, "Place an order");
  await page.keyboard.press("ArrowDown");
  await typeByKey(page, "Description", "Thank you");
  await pressByKey(page, "Next");
  await merchant.reads("Step 2 of 3");
  await typeByKey(page, "Code", "THANKYOU10");
  await pressByKey(page, "Next");
  await merchant.reads("Step 3 of 3");
  await pressByKey(page, "Next");
  await merchant.reads("A shopper has to");
  await merchant.reads("Write a review");
  await pressByKey(page, "Create coupon");
  await merchant.hears("Coupon created");
});

test("of two tabs that change one coupon the second is told, and keeps what was typed", async () => {
  await editCoupon(merchant, "Thank you");
  const other = await otherTab("Thank you");
  await other.type("Description", "Changed first");
  await save(other.page);
  await other.hears("Coupon saved");
  await merchant.type("Description", "Changed second");
  await save(browser.page);
  await merchant.reads("Not saved: this coupon was changed in another tab or by somebody else");
  await merchant.reads("“Changed first”");
  expect(await merchant.valueOf("Description")).toBe("Changed second");
  await look("Coupon, changed in another tab");
  await save(browser.page);
  await merchant.hears("Coupon saved");
});

test("a coupon that was deleted in another tab is answered in words", async () => {
  const other = await otherTab("Changed second");
  const list = await openAdmin(await browser.context.newPage(), demo.adminUrl);
  await list.goTo("Coupons", "Coupons");
  await other.press("Delete");
  await other.press("Delete coupon");
  await other.hears("Coupon deleted");
  await merchant.type("Description", "Too late");
  await save(browser.page);
  await merchant.reads("This coupon was deleted, perhaps in another tab or by somebody else.");
  await look("Coupon, deleted in another tab");
  await list.press("More actions for Changed second");
  await list.press("Pause");
  await list.reads("This coupon was deleted, perhaps in another tab or by somebody else.");
});

test("a session that ends in the middle of a form is answered in words, and what was typed is there again", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Answer a question");
  await merchant.type("Description", "Typed before the end");
  const asShopifyRefuses = (route: Route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: "Bearer ended" } });
  await browser.context.route(/\.data(\?|$)/, asShopifyRefuses);
  await merchant.press("Next");
  await merchant.reads("Your session has ended");
  await look("Coupon step 1, session ended");
  await browser.context.unroute(/\.data(\?|$)/);
  await merchant.press("Try again");
  await merchant.reads("Step 1 of 3");
  expect(await merchant.valueOf("Description")).toBe("Typed before the end");
  expect(await merchant.app.getByRole("radio", { name: "Answer a question" }).isChecked()).toBe(true);
  await merchant.press("Next");
  await merchant.reads("Step 2 of 3");
});

test("no page of the first hour has a finding", () => {
  const ours = findings.filter((finding) => !POLARIS_FINDINGS.some((listed) => isPolarisFinding(finding, listed)));
  expect(ours).toEqual([]);
});
