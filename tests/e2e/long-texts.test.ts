import { afterAll, beforeAll, expect, test } from "vitest";
import { isPolarisFinding, POLARIS_FINDINGS } from "./polaris-findings";
import { audit, type Finding } from "./support/audit";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, openBrowser } from "./support/open-browser";
import { shopperAt } from "./support/shopper";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

const UNBROKEN = "W".repeat(255);
const MIXED = "🎁 הנחה של 10% (10% off) 👩‍👩‍👧";

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

async function createCoupon(description: string, code: string): Promise<void> {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Place an order");
  await merchant.type("Description", description);
  await merchant.press("Next");
  await merchant.reads("Step 2 of 3");
  await merchant.type("Code", code);
  await merchant.press("Next");
  await merchant.reads("Step 3 of 3");
  await merchant.press("Next");
  await merchant.reads("They get");
  await look(`Review of ${code.slice(0, 9)}`);
  await merchant.press("Create coupon");
  await merchant.hears("Coupon created");
}

test("coupons whose descriptions do not end, or are written from right to left, can be told apart and used", async () => {
  await createCoupon(UNBROKEN, `LONG${"W".repeat(240)}`);
  await createCoupon(MIXED, "MIXED-1");
  await look("Coupons with long descriptions");
});

test("the copy of a coupon is called one, as far as there is room", async () => {
  await merchant.press(`More actions for ${UNBROKEN}`);
  await merchant.press("Duplicate");
  await merchant.reads("Step 1 of 3");
  expect(await merchant.valueOf("Description")).toBe(`Copy of ${"W".repeat(247)}`);
  await look("Copy of a long coupon");
});

test("what they earned can be read on every page that tells of it", async () => {
  await merchant.goTo("Thank-you email", "Thank-you email");
  await merchant.press("Turn on");
  await merchant.hears("Thank-you email is on");
  await shopperAt(browser.page).placeOrder("Ada Lovelace");
  await merchant.goTo("Activity", "Activity");
  await merchant.reads("Order: #1001");
  await look("Activity with a long description");
  await merchant.follow("Order: #1001");
  await merchant.reads("Decisions");
  await look("Engagement with a long description");
  await merchant.goTo("Sent codes", "Sent codes");
  await merchant.app.getByRole("link", { name: /^(LONG|MIXED)/ }).waitFor();
  await look("Sent codes with a long description");
  await merchant.app.getByRole("link", { name: /^(LONG|MIXED)/ }).click();
  await merchant.reads("What happened");
  await look("Reward with a long description");
});

test("what is blocked can be read and taken off the list, however long and in whatever script", async () => {
  await merchant.goTo("Settings", "Settings");
  const entries = merchant.app.getByRole("button", { name: /^Remove .* from the block list$/ });
  const addresses = [`${"w".repeat(60)}.${"w".repeat(60)}.example.com`, "שלום@example.com", "דוגמה.co.il"];
  for (const [place, address] of addresses.entries()) {
    await merchant.type("Email address or domain", address);
    await merchant.press("Block");
    await entries.nth(place).waitFor();
  }
  await look("Settings with long addresses");
});

test("no page scrolls sideways for it, and none has a finding", () => {
  expect(findings.filter((finding) => !POLARIS_FINDINGS.some((listed) => isPolarisFinding(finding, listed)))).toEqual(
    [],
  );
});
