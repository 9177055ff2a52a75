import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { DESKTOP, PHONE, TABLET } from "./open-browser";
import { photograph } from "./photograph";

/** What axe leaves to people, since it cannot measure it: text over gradients, and under what floats above it. */
const UNMEASURABLE = ["color-contrast"];

/** What only whole pages have. */
const LANDMARK_RULES = ["landmark-one-main", "region"];

/** One element that breaks a rule, or may. */
export interface Finding {
  /** Id of axe's rule, or "scrolls-sideways". */
  rule: string;
  /** Opening tag of the element and what is in it. */
  html: string;
  /** Where it was seen: the state, and the width of the screen. */
  where: string;
  why: string;
}

/**
 * What is wrong with what is on the screen now, looked at on a phone, a tablet and a desktop. `open` opens what closes when
 * the window gets another size, at each size; Escape closes it again.
 */
export async function audit(page: Page, state: string, open?: () => Promise<void>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const size of [PHONE, TABLET, DESKTOP]) {
    await page.setViewportSize(size);
    const frames = await framesWithScript(page);
    await Promise.all(frames.map(painted));
    await open?.();
    const where = `${state}, ${size.width} px`;
    const { violations, incomplete } = await axe(page).analyze();
    for (const { id, nodes } of [...violations, ...incomplete.filter((rule) => !UNMEASURABLE.includes(rule.id))]) {
      for (const node of nodes) findings.push({ rule: id, html: node.html, where, why: node.failureSummary ?? "" });
    }
    for (const html of (await Promise.all(frames.map(wideAreas))).flat()) {
      findings.push({ rule: "scrolls-sideways", html, where, why: "The page is wider than the screen." });
    }
    await photograph(page, frames, state);
    if (open) await page.keyboard.press("Escape");
  }
  return findings;
}

/** In a frame without scripts axe would wait for ever. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude("iframe[sandbox]").exclude(["#app", "iframe[sandbox]"]);
}

/** The same for HTML that is shown within something else: a mail in a mail program, a component in a page. */
export async function auditHtml(context: BrowserContext, state: string, html: string): Promise<Finding[]> {
  const page = await context.newPage();
  try {
    await page.setContent(html);
    return (await audit(page, state)).filter(({ rule }) => !LANDMARK_RULES.includes(rule));
  } finally {
    await page.close();
  }
}

/** The page and the pages in it, except mails: nothing runs in those, so they are looked at on pages of their own. */
async function framesWithScript(page: Page): Promise<Frame[]> {
  const isScripted = async (frame: Frame) =>
    frame.parentFrame() === null || (await (await frame.frameElement()).getAttribute("sandbox")) === null;
  const known = await Promise.all(page.frames().map(async (frame) => ({ frame, isKept: await isScripted(frame) })));
  return known.filter(({ isKept }) => isKept).map(({ frame }) => frame);
}

/** Resolves when the page has been drawn at its new size: what follows a size is drawn with the frame after. */
function painted(frame: Frame): Promise<void> {
  return frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/** Whole pages, and the panel beside the app, that can be scrolled sideways. */
function wideAreas(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll("main, #side")]
      .filter((area) => area.scrollWidth > area.clientWidth && getComputedStyle(area).display !== "contents")
      .map((area) => `<${area.localName} id="${area.id}"> ${area.scrollWidth} px in ${area.clientWidth} px`),
  );
}
