import { version as polarisVersion } from "@shopify/polaris/package.json";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPolarisFinding, POLARIS_FINDINGS } from "./polaris-findings";
import { audit, auditHtml, type Finding } from "./support/audit";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, openBrowser } from "./support/open-browser";
import { renderAlone } from "./support/render-alone";
import { type Shopper, shopperAt } from "./support/shopper";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

const FILE_CODES = ["PHOTO-7K2M", "PHOTO-9QX4", "PHOTO-B3ZD"];
const ADA = { choice: "Ada Lovelace", name: "Ada Lovelace", email: "ada@example.com" };
const CHLOE = {
  choice: "Chloé D’Arcy & Sons",
  name: "Chloé D’Arcy & Sons",
  email: "chloe@example.com",
};

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

/** Writes the README's picture where DEMO_PICTURE names a file: `DEMO_PICTURE=docs/demo.png npm test -- tests/e2e`. */
async function takePicture(): Promise<void> {
  const file = process.env.DEMO_PICTURE;
  if (!file) return;
  await browser.page.frameLocator("iframe.mail-html").getByText("THANKYOU10").scrollIntoViewIfNeeded();
  await browser.page.screenshot({ path: file });
}

/** Looks at what is on the screen now, at each width. */
async function look(state: string, open?: () => Promise<void>): Promise<void> {
  findings.push(...(await audit(browser.page, state, open)));
}

test("a merchant creates a coupon for orders in three steps, and what is missing is said beside its field", async () => {
  await look("Home, empty");
  await merchant.goTo("Coupons", "Coupons");
  await look("Coupons, none yet");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Place an order");
  await merchant.type("Times one shopper can get it", "3");
  await merchant.press("Next");
  expect(await merchant.errorOf("Description")).toContain("Describe what the shopper gets");
  expect(await merchant.valueOf("Times one shopper can get it")).toBe("3");
  await look("Coupon step 1, refused");
  await merchant.type("Description", "10% off your next order");
  await merchant.press("Next");

  await merchant.reads("Step 2 of 3");
  await merchant.press("Next");
  expect(await merchant.errorOf("Code")).toContain("Enter the code");
  await look("Coupon step 2, refused");
  await merchant.type("Code", "THANKYOU10");
  await merchant.press("Next");

  await merchant.reads("Step 3 of 3");
  await merchant.choose("On a fixed date");
  await merchant.type("Last day", "2020-02-29");
  await merchant.press("Next");
  expect(await merchant.errorOf("Last day")).toContain("This date has passed");
  expect(await merchant.valueOf("Last day")).toBe("2020-02-29");
  await look("Coupon step 3, refused");
  await merchant.choose("No expiration");
  await merchant.press("Next");

  await merchant.reads("A shopper has to");
  await look("Coupon review");
  await merchant.press("Create coupon");
  await merchant.hears("Coupon created");
  await look("Coupons, one");
});

test("the thank-you email is turned on with one click", async () => {
  await merchant.goTo("Thank-you email", "Thank-you email");
  await look("Thank-you email, off");
  await merchant.press("Turn on");
  await merchant.hears("Thank-you email is on");
  await look("Thank-you email, on");
  await look("Thank-you email, variables to choose from", async () => {
    await merchant.press("Insert variable");
    await merchant.reads("{{ customer.first_name }}");
  });
  await merchant.type("Body", "{% if %}");
  await browser.page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await merchant.errorOf("Body")).not.toBe("");
  expect(await merchant.valueOf("Body")).toBe("{% if %}");
  await look("Thank-you email, refused");
  await browser.page.getByRole("button", { name: "Discard" }).click();
});

test("an order brings its shopper one mail with one code, readable as HTML, plain text and headers", async () => {
  await merchant.goTo("Laurel", "Laurel");
  await shopper.placeOrder(ADA.choice);
  await look("Shopper panel, order placed");
  await shopper.openMailbox();
  await shopper.seesMails(ADA.email, 1);
  await look("Mailbox, list");
  await shopper.openMail(ADA.email);
  expect(await shopper.readMail("HTML")).toContain("THANKYOU10");
  await merchant.reads(ADA.name);
  await takePicture();
  await look("Mail, HTML");
  findings.push(...(await auditHtml(browser.context, "The mail itself", await shopper.mailSource())));
  expect((await shopper.readMail("Plain text")).match(/THANKYOU10/g)).toHaveLength(1);
  await look("Mail, plain text");
  expect(await shopper.readMail("Headers")).toMatch(/To\s+ada@example.com/);
  await look("Mail, headers");
  await shopper.closeMail();
});

test("a merchant creates a coupon for photo reviews with codes of a file, and hears what became of each line", async () => {
  await merchant.goTo("Laurel", "Laurel");
  await merchant.reads("Latest engagements");
  await look("Home, one coupon given");
  await merchant.follow("Order: #1001");
  await merchant.app.getByRole("heading", { name: "Order: #1001", level: 1 }).waitFor();
  await look("What was decided about an order");
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Write a review & upload a photo");
  await merchant.type("Description", "15% off for your photo");
  await look("Coupon step 1, photo review");
  await merchant.press("Next");
  await merchant.reads("Step 2 of 3");
  await merchant.choose("A code of their own for each");
  await merchant.press("Next");
  await merchant.reads("Upload at least one code first.");
  await look("Coupon step 2, no file");
  await merchant.pick("Choose file", { name: "codes.csv", content: `code\n${FILE_CODES.join("\n")}\nphoto-7k2m\n` });
  await merchant.reads("The first lines");
  await look("Coupon step 2, file picked");
  await merchant.press("Upload codes");
  await merchant.reads("3 added");
  await merchant.reads("1 repeated in the file");
  await look("Coupon step 2, file uploaded");
  await merchant.press("Next");
  await merchant.reads("Step 3 of 3");
  await merchant.press("Next");
  await merchant.reads("3 codes left");
  await merchant.press("Create coupon");
  await merchant.hears("Coupon created");
  await look("Coupons, two");
});

test("Sources shows how each source is connected, and refuses an empty token beside its field", async () => {
  await merchant.goTo("Sources", "Sources");
  await merchant.press("Save token");
  expect(await merchant.errorOf("Private token")).not.toBe("");
  await merchant.press("Show signing secret");
  await merchant.reads("Signing secret");
  await look("Sources");
});

test("a review whose photo is added later brings its shopper one mail with one code of the file", async () => {
  await shopper.writeReview(CHLOE.choice, "Smells <b>lovely</b> & lasts.");
  await look("Shopper panel, review waits");
  await shopper.addPhoto(CHLOE.name);
  await shopper.openMailbox();
  await shopper.seesMails(CHLOE.email, 1);
  await shopper.openMail(CHLOE.email);
  const text = await shopper.readMail("Plain text");
  const codes = text.match(/PHOTO-\w{4}/g) ?? [];
  expect(codes).toHaveLength(1);
  expect(FILE_CODES).toContain(codes[0]);
});

test("the record shows both sent codes, each with its shopper", async () => {
  await merchant.goTo("Sent codes", "Sent codes");
  expect(await merchant.rowWith("THANKYOU10")).toContain(ADA.email);
  expect(await merchant.rowWith("PHOTO-")).toContain(CHLOE.email);
  await look("Sent codes");
});

test("a merchant deletes a coupon, and what was sent stays on record", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("More actions for 10% off your next order");
  await merchant.follow("Delete 10% off your next order");
  await merchant.reads("The record of sent codes stays.");
  await look("Delete coupon");
  await merchant.press("Delete coupon");
  await merchant.hears("Coupon deleted");
  expect(await merchant.rowWith("15% off for your photo")).toContain("Active");
  expect(await merchant.app.getByText("10% off your next order").count()).toBe(0);
  await merchant.goTo("Sent codes", "Sent codes");
  await merchant.rowWith("THANKYOU10");
});

test("in the end each of the two shoppers has one mail, also on the mailbox's own page", async () => {
  await merchant.goTo("Settings", "Settings");
  await look("Settings");
  await browser.page.goto(demo.mailboxUrl);
  await shopper.seesMails(ADA.email, 1);
  await shopper.seesMails(CHLOE.email, 1);
  await look("Mailbox page");
});

test("no screen on the way, wide or narrow, has a fault of ours that axe finds or can be scrolled sideways", () => {
  const isExcused = (finding: Finding) => POLARIS_FINDINGS.some((listed) => isPolarisFinding(finding, listed));
  expect(findings.filter((finding) => !isExcused(finding))).toEqual([]);
});

test.each(POLARIS_FINDINGS)(
  "Polaris alone has the finding $rule on $className too, and it still occurs",
  async (listed) => {
    const found = await auditHtml(browser.context, "Polaris alone", renderAlone(listed.alone));
    expect(found.some((finding) => isPolarisFinding(finding, listed))).toBe(true);
    expect(
      findings.some((finding) => isPolarisFinding(finding, listed)),
      "it is gone: remove the entry",
    ).toBe(true);
    expect(polarisVersion, "another Polaris: look whether it is still there").toBe(listed.version);
  },
);

test("nothing fails in the browser on the way but the forms that were refused", () => {
  const isRefusedForm = (trouble: string) => trouble.includes("status of 422");
  // A page that is still loading when the next one is chosen is not wanted any more; Remix lets the browser report it.
  const isOvertaken = (trouble: string) => trouble.startsWith("AbortError: signal is aborted");
  expect(browser.troubles.filter((trouble) => !isRefusedForm(trouble) && !isOvertaken(trouble))).toEqual([]);
});
