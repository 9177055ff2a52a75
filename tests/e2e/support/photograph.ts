import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";

/** Where pictures go; nowhere unless somebody asked for them. */
const FOLDER = process.env.SCREENSHOTS_FOLDER;

/** Pages longer than this are cut, in pixels. */
const TALLEST = 8_000;

/**
 * Takes a picture of all of what is on the screen, named by what is seen and how wide the screen is. `frames`: the page and those
 * within it that run scripts.
 */
export async function photograph(page: Page, frames: Frame[], state: string): Promise<void> {
  const size = page.viewportSize();
  if (!FOLDER || !size) return;
  mkdirSync(FOLDER, { recursive: true });
  const height = Math.min(TALLEST, Math.max(size.height, await wholeHeight(frames)));
  await page.setViewportSize({ ...size, height });
  const name = `${state.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()}-${size.width}.png`;
  await page.screenshot({ path: path.join(FOLDER, name), animations: "disabled" });
  await page.setViewportSize(size);
}

/** How tall the window has to be for the page, and the pages in it, to be seen without scrolling; in pixels. */
async function wholeHeight(frames: Frame[]): Promise<number> {
  const beyond = await Promise.all(
    frames.map((frame) => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)),
  );
  const shown = await frames[0]?.evaluate(() => innerHeight);
  return (shown ?? 0) + Math.max(0, ...beyond);
}
