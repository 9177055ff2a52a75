import { afterAll, beforeAll, expect, test } from "vitest";
import { audit, type Finding } from "./support/audit";
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

const pick = (name: string, content: string) => merchant.pick("Choose file", { name, content });

const EXPORT = [
  "Name,Value,Value Type,Type,Discount Class,Times Used In Total,Usage Limit Per Code,Status,Start,End",
  "THANKS-1,-15.0,percentage,Amount off order,order,0,1,Active,2026-05-09 00:05:20 +0300,",
  "THANKS-2,-15.0,percentage,Amount off order,order,0,1,Active,2026-05-09 00:05:20 +0300,",
  "FIVE,-5.0,fixed_amount,Amount off order,order,0,,Active,2026-05-09 00:05:20 +0300,",
  "USED,-15.0,percentage,Amount off order,order,1,1,Active,2026-05-09 00:05:20 +0300,",
].join("\n");

test("a file that is no CSV is answered in words, and nothing typed is lost", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Write a review");
  await merchant.type("Description", "15% off 🎁 שלום");
  await merchant.press("Next");
  await merchant.reads("Step 2 of 3");
  await merchant.choose("A code of their own for each");
  await pick("photo.csv", "\x89PNG\r\n\x1a\n");
  await merchant.reads(/photo\.csv: This is .*not a CSV file/);
  await look("Codes, an image named .csv");
});

test("where no column is named as the one with the codes, the merchant chooses it", async () => {
  await pick("two-columns.csv", "Aktion,Gutschein 🎁\nFrühling,SPRING-1\nFrühling,שלום-10\n");
  await merchant.reads("No column of the file is named as the one with the codes.");
  expect(await merchant.app.getByRole("button", { name: "Upload codes" }).isDisabled()).toBe(true);
  await look("Codes, a column to choose");
  await merchant.app.getByLabel("Column with the codes").selectOption("1");
  await merchant.reads("The first lines");
  const lines = merchant.app.getByRole("listitem").filter({ hasText: /^Line \d/ });
  expect(await lines.allInnerTexts()).toEqual(["Line 2: SPRING-1", "Line 3: \u2068שלום-10\u2069"]);
  await look("Codes, the column chosen");
  await merchant.press("Next");
  await merchant.reads(/two-columns\.csv has not been uploaded yet\./);
  expect(await lines.count()).toBe(2);
  await look("Codes, Next without uploading");
  await merchant.press("Upload codes");
  await merchant.reads("Result of the upload");
  await merchant.reads("2 added");
  await look("Codes, uploaded");
});

const isOnScreen = (text: string) =>
  merchant.app.getByText(text).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

test("a wrong upload is taken back on the step, and its codes may be uploaded again", async () => {
  await merchant.press("Remove these codes: two-columns.csv");
  await look("Codes, asked whether to remove an upload");
  await merchant.app.getByRole("dialog").getByRole("button", { name: "Remove codes" }).click();
  await merchant.hears("2 codes removed");
  await merchant.press("Next");
  await merchant.reads("Upload at least one code first.");
  expect(await isOnScreen("Upload at least one code first.")).toBe(true);
  await look("Codes, an upload removed");
});

test("of a Shopify export the merchant chooses which discounts to give", async () => {
  await pick("discounts_export.csv", EXPORT);
  await merchant.reads("The discounts you chose are worth different amounts.");
  await look("Codes, a Shopify export");
  await merchant.app.getByLabel(/5\.00 off: 1 code$/).uncheck();
  await merchant.press("Upload codes");
  await merchant.reads("2 added");
  await merchant.reads("Not one of the discounts that were chosen.");
  await look("Codes, of a Shopify export");
});

test("once codes are uploaded the step is left without a question, and Continue opens the one after it", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.app.getByRole("link", { name: /^Continue/ }).click();
  await merchant.reads("Step 3 of 3");
});

test("a coupon that goes live with fewer codes than the reminder asks for is named above the list", async () => {
  await merchant.press("Next");
  await merchant.reads("A shopper has to");
  await look("Coupon review, with codes of a file");
  await merchant.press("Create coupon");
  await merchant.hears("Coupon created");
  await merchant.reads("Codes are running low");
  await look("Coupons, codes running low");
});

test("no page of uploads has a finding", () => {
  expect(findings).toEqual([]);
  expect(browser.troubles.filter((trouble) => /TypeError|React Router caught/.test(trouble))).toEqual([]);
});
