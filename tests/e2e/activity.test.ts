import { afterAll, beforeAll, expect, test } from "vitest";
import { audit, type Finding } from "./support/audit";
import { type Merchant, openAdmin } from "./support/merchant";
import { type BrowserWindow, openBrowser, PHONE } from "./support/open-browser";
import { type Shopper, shopperAt } from "./support/shopper";
import { startTestDemo, type TestDemo } from "./support/start-test-demo";

// One story, in order: each test goes on where the one before it stopped.

/** An order that does not say which one it is. */
const NAMELESS = JSON.stringify({
  email: "grace@example.com",
  customer: { first_name: "Grace", last_name: "Hopper", phone: "+49 30 1234567" },
  browser_ip: "203.0.113.7",
  total_price: "59.90",
});

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

/** Where there is room for one panel only, the app's is the one that is looked at. */
async function look(state: string): Promise<void> {
  await browser.page.setViewportSize(PHONE);
  await browser.page.getByRole("button", { name: "App", exact: true }).click();
  findings.push(...(await audit(browser.page, state)));
}

const choose = (view: string) => merchant.app.getByRole("tab", { name: view, exact: true }).click();

test("where nothing has happened the page says what will stand there", async () => {
  await merchant.goTo("Activity", "Activity");
  await merchant.reads("Nothing yet.");
  await look("Activity, empty");
});

test("an order nobody is rewarded for stands under its reason, and under no other view", async () => {
  await shopper.placeOrder("Ada Lovelace");
  await merchant.reads("Order: #1001");
  await look("Activity, all");
  await choose("Rewarded");
  await merchant.reads("No engagement has earned a coupon yet.");
  await choose("Waiting");
  await merchant.reads("Nothing waits.");
  await choose("Not rewarded");
  await merchant.reads("Order: #1001");
  await merchant.app.getByLabel("Why").selectOption({ label: "Limit reached" });
  await merchant.reads("No engagement was left without a coupon for this reason.");
  await merchant.app.getByLabel("Why").selectOption({ label: "The thank-you email is off" });
  await merchant.reads("Order: #1001");
  await look("Activity, not rewarded for one reason");
});

test("its page tells the decision and what was sent, runs it again to no effect, and leads back to the list as it was", async () => {
  await merchant.follow("Order: #1001");
  await merchant.press("Run again");
  await merchant.hears("Decided again: nothing changed");
  expect(await browser.page.locator("nav [aria-current=page]").innerText()).toBe("Activity");
  await merchant.press("Show events");
  await merchant.app.getByRole("link", { name: "Shopify: order paid" }).waitFor();
  await look("Engagement with what was sent");
  await merchant.follow("Activity");
  await merchant.reads("Order: #1001");
  expect(await merchant.app.getByLabel("Why").locator("option:checked").innerText()).toBe("The thank-you email is off");
});

test("what could not be read is shown with its reason, and nobody can be made out from its body", async () => {
  expect(await demo.sendWebhook("orders/paid", NAMELESS)).toBe(200);
  await merchant.goTo("Activity", "Activity");
  await choose("Could not be read");
  await merchant.reads("The event does not say which review or order it is about.");
  await look("Activity, could not be read");
  await merchant.follow("Shopify: order paid");
  await merchant.reads('"total_price": "59.90"');
  const words = await merchant.app.locator("main").innerText();
  expect(words).not.toMatch(/Grace|Hopper|1234567|203\.0\.113/);
  await look("Delivery that could not be read");
  await merchant.press("Run again");
  await merchant.hears("The event is read again");
  await merchant.reads("Could not be read");
});

test("no screen on the way, wide or narrow, has a fault that axe finds or can be scrolled sideways", () => {
  expect(findings).toEqual([]);
  expect(browser.troubles.filter((trouble) => !trouble.startsWith("AbortError: signal is aborted"))).toEqual([]);
});
