import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../support/find-chromium";

/** What a merchant sits at. Height as much as the pages need is no matter: pages scroll. */
export const DESKTOP = { width: 1280, height: 800 };

/** The narrowest screen pages must fit (a phone, or a desktop at 400 %). */
export const PHONE = { width: 320, height: 700 };

/** Between the two: a phone held sideways, or half a desktop. */
export const TABLET = { width: 768, height: 900 };

/** How long a person would wait for something to appear, in milliseconds. */
const PATIENCE_MS = 45_000;

/** Shopify's library turns robots away, and headless Chromium calls itself one. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

/** No sandbox because CI runs as root; the rest keeps Chromium from calling home, and lets a loopback page frame another. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=LocalNetworkAccessChecks",
];

/** A browser window with one page, and what went wrong in it. */
export interface BrowserWindow {
  page: Page;
  context: BrowserContext;
  /** Uncaught exceptions and console errors, as the pages' developer tools show them. */
  troubles: string[];
  close(): Promise<void>;
}

/** Opens a window as wide as a desktop. Throws where no Chromium is found. */
export async function openBrowser(): Promise<BrowserWindow> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium found: install one, or set CHROMIUM_PATH");
  const browser: Browser = await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({
    viewport: DESKTOP,
    userAgent: USER_AGENT,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} (${message.location().url})`);
  });
  return { page, context, troubles, close: () => browser.close() };
}
