import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, openBrowser } from "./support/open-browser";
import { type Shopper, shopperAt } from "./support/shopper";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

const COUPON = "10% off your next order";
const ADA = "ada@example.com";

let demo: TestDemo;
let browser: BrowserWindow;
let merchant: Merchant;
let shopper: Shopper;
/** Paths of the app that were posted to since the test began. */
let posted: string[] = [];

beforeAll(async () => {
  demo = await startTestDemo();
  browser = await openBrowser();
  merchant = await openAdmin(browser.page, demo.adminUrl);
  shopper = shopperAt(browser.page);
  browser.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname.startsWith("/app"))
      posted.push(pathname.replace(/[0-9a-f-]{36}/, ":id"));
  });
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

beforeEach(() => {
  posted = [];
});

/** Presses a button twice: the second time once the first has begun something, and before the page is drawn anew. */
const pressTwice = (button: Locator) =>
  button.evaluate(async (element: HTMLElement) => {
    element.click();
    for (let turn = 0; turn < 100; turn += 1) await null;
    element.click();
  });
const button = (name: string) => merchant.app.getByRole("button", { name, exact: true });

test("Next and Create coupon, pressed twice, save once: there is one coupon", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.press("Create coupon");
  await merchant.reads("Step 1 of 3");
  await merchant.choose("Place an order");
  await merchant.type("Description", COUPON);
  await pressTwice(button("Next"));
  await merchant.reads("Step 2 of 3");
  await merchant.type("Code", "THANKYOU10");
  await pressTwice(button("Next"));
  await merchant.reads("Step 3 of 3");
  await pressTwice(button("Next"));
  await merchant.reads("They get");
  await pressTwice(button("Create coupon"));
  await merchant.hears("Coupon created");
  expect(posted.map((path) => path.replace(/\.data$/, ""))).toEqual([
    "/app/coupons/new",
    "/app/coupons/:id/code",
    "/app/coupons/:id/expiration",
    "/app/coupons/:id/review",
  ]);
  expect(await merchant.app.getByRole("row").filter({ hasText: COUPON }).count()).toBe(1);
});

test("Save, pressed twice, saves once, and nothing is said to have been changed elsewhere", async () => {
  await merchant.follow(COUPON);
  await merchant.type("Description", `${COUPON}, again`);
  const save = browser.page.getByRole("button", { name: "Save", exact: true });
  await pressTwice(save);
  await merchant.hears("Coupon saved");
  expect(posted).toHaveLength(1);
  expect(await merchant.app.getByText("Not saved").count()).toBe(0);
  await merchant.type("Description", COUPON);
  await pressTwice(save);
  await save.waitFor({ state: "hidden" });
  expect(posted).toHaveLength(2);
});

test("Send again, pressed twice, sends one more mail, and refuses nothing", async () => {
  await merchant.goTo("Thank-you email", "Thank-you email");
  await merchant.press("Turn on");
  await merchant.hears("Thank-you email is on");
  await shopper.placeOrder("Ada Lovelace");
  await shopper.openMailbox();
  await shopper.seesMails(ADA, 1);
  await merchant.goTo("Sent codes", "Sent codes");
  await button("Send again: THANKYOU10").dblclick();
  const dialog = merchant.app.getByRole("dialog");
  posted = [];
  await pressTwice(dialog.getByRole("button", { name: "Send again" }));
  await merchant.hears("The coupon is on its way again");
  await dialog.waitFor({ state: "hidden" });
  await shopper.seesMails(ADA, 2);
  expect(posted).toHaveLength(1);
});

test("an address is blocked once", async () => {
  await merchant.goTo("Settings", "Settings");
  await merchant.type("Email address or domain", "example.org");
  await pressTwice(button("Block"));
  await merchant.hears("example.org is blocked");
  expect(posted).toHaveLength(1);
});

test("a coupon is duplicated once, paused once and deleted once", async () => {
  await merchant.goTo("Coupons", "Coupons");
  await merchant.follow(COUPON);
  await merchant.reads("Edit coupon");
  await pressTwice(button("Pause"));
  await merchant.hears("Coupon paused. Promised rewards still go out.");
  await pressTwice(button("Duplicate"));
  await merchant.reads("Step 1 of 3");
  await merchant.goTo("Coupons", "Coupons");
  expect(await merchant.app.getByRole("row").filter({ hasText: COUPON }).count()).toBe(2);
  const live = (state: string) => merchant.app.getByRole("row").filter({ hasText: state });
  await live("Paused")
    .getByRole("button", { name: /^More actions/ })
    .click();
  await button("Resume").dblclick();
  await merchant.hears("Coupon resumed");
  await live("Active").getByRole("link", { name: COUPON, exact: true }).click();
  await merchant.press("Delete");
  await pressTwice(button("Delete coupon"));
  await merchant.hears("Coupon deleted");
  expect(posted.map((path) => path.replace(/\.data$/, ""))).toEqual([
    "/app/coupons/:id/pause",
    "/app/coupons/:id/duplicate",
    "/app/coupons/:id/pause",
    "/app/coupons/:id/delete",
  ]);
});
