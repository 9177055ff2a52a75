import type { Frame, Page } from "playwright-core";

/** Presses of Tab within which everything on a page of ours is reached. */
const MOST_TABS = 80;

/**
 * Goes on with Tab until the control with these words (its label, or what stands on it) has the keyboard, and gives back its frame.
 * Throws where Tab does not reach it.
 */
export async function tabTo(page: Page, name: string): Promise<Frame> {
  for (let press = 0; press < MOST_TABS; press += 1) {
    await page.keyboard.press("Tab");
    for (const frame of page.frames()) if ((await focusedName(frame)) === name) return frame;
  }
  throw new Error(`Tab does not reach “${name}”`);
}

/** The words of the control that has the keyboard in this frame; null where none has, or another frame. */
function focusedName(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || element instanceof HTMLIFrameElement)
      return null;
    const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const words = element.getAttribute("aria-label") ?? (labels[0] ?? element).innerText;
    return words.trim();
  });
}

/** Presses a button or link that Tab reaches. */
export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Types into a field that Tab reaches. */
export async function typeByKey(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}
