import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit, type Finding } from "./support/audit";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, DESKTOP, openBrowser, PHONE } from "./support/open-browser";
import { type Shopper, shopperAt } from "./support/shopper";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

const COUPON = "10% off your next order";
const ADA = "ada@example.com";

let demo: TestDemo;
let browser: BrowserWindow;
let merchant: Merchant;
let shopper: Shopper;
const findings: Finding[] = [];

beforeAll(async () => {
  demo = await startTestDemo();
  browser = await openBrowser();
  merchant = await openAdmin(browser.page, demo.adminUrl);
  shopper = shopperAt(browser.page);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function look(state: string, open?: () => Promise<void>): Promise<void> {
  findings.push(...(await audit(browser.page, state, open)));
}

const search = (text: string) => merchant.app.getByPlaceholder("Search by the beginning of a code or email").fill(text);

test("a sent code is found by its beginning, whatever its case, and by its shopper's address", async () => {
  await look("Home, before the first code");
  await merchant.goTo("Sent codes", "Sent codes");
  await merchant.reads("No code has been sent yet.");
  await look("Sent codes, none yet");
  await createCoupon();
  await merchant.goTo("Thank-you email", "Thank-you email");
  await merchant.press("Turn on");
  await merchant.hears("Thank-you email is on");
  await shopper.placeOrder("Ada Lovelace");
  await shopper.openMailbox();
  await shopper.seesMails(ADA, 1);
  await merchant.goTo("Sent codes", "Sent codes");
  await search("thank");
  expect(await merchant.rowWith("THANKYOU10")).toContain(ADA);
  await search("ada@");
  expect(await merchant.rowWith("THANKYOU10")).toContain(ADA);
  await look("Sent codes, found by address");
  await search("nobody@");
  await merchant.reads("No sent code fits.");
  await look("Sent codes, none fits");
  await merchant.press("Show all sent codes");
  await merchant.rowWith("THANKYOU10");
});

test("the record comes as a file", async () => {
  const [download] = await Promise.all([browser.page.waitForEvent("download"), merchant.press("Export CSV")]);
  expect(download.suggestedFilename()).toBe("sent-codes.csv");
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"THANKYOU10","Ada Lovelace","${ADA}","${COUPON}"`);
});

test("a sent code goes out once more after a question, and its story has both mails", async () => {
  const dialog = merchant.app.getByRole("dialog");
  const ask = async () => {
    await merchant.press("Send again: THANKYOU10");
    await dialog.getByText(ADA).waitFor();
  };
  await look("Sent codes, asked whether to send again", ask);
  await dialog.waitFor({ state: "hidden" });
  await ask();
  await browser.page.setViewportSize(PHONE);
  await merchant.app.getByText(/^Given \d/).waitFor({ state: "attached" });
  await browser.page.setViewportSize(DESKTOP);
  await dialog.getByRole("button", { name: "Send again" }).click();
  await merchant.hears("The coupon is on its way again");
  await shopper.seesMails(ADA, 2);
  await merchant.reads(/^Sent again \d/);
  await look("Sent codes, sent again");
  await merchant.follow("THANKYOU10");
  await merchant.reads("Sent again by hand");
  expect(await browser.page.locator("nav [aria-current=page]").innerText()).toBe("Sent codes");
  await look("The story of one reward");
  await merchant.follow("Sent codes");
  await merchant.rowWith("THANKYOU10");
});

test("coupons are narrowed by a search, and those that are chosen are paused and resumed together", async () => {
  await merchant.goTo("Coupons", "Coupons");
  const field = merchant.app.getByPlaceholder("Search coupons");
  await field.fill("photo");
  await merchant.reads("No coupon fits.");
  await look("Coupons, none fits");
  await field.fill("10%");
  await merchant.rowWith(COUPON);
  for (const [action, state] of [
    ["Pause", "Paused"],
    ["Resume", "Active"],
  ] as const) {
    await merchant.app.getByRole("row").filter({ hasText: COUPON }).getByRole("checkbox").click({ force: true });
    await merchant.press(action);
    await merchant.app.getByRole("row").filter({ hasText: COUPON }).getByText(state, { exact: true }).waitFor();
  }
});

test("no screen on the way has a fault that axe finds or can be scrolled sideways", () => {
  expect(findings).toEqual([]);
});

async function createCoupon(): Promise<void> {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Place an order");
  await merchant.type("Description", COUPON);
  await merchant.press("Next");
  await merchant.reads("Step 2 of 3");
  await merchant.type("Code", "THANKYOU10");
  await merchant.press("Next");
  await merchant.reads("Step 3 of 3");
  await merchant.press("Next");
  await merchant.reads("They get");
  await merchant.press("Create coupon");
  await merchant.hears("Coupon created");
}
