/** A moment as the shop's clock shows it, with seconds ("16:01:16"); the page names the time zone on its root element. */
export function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { timeZone: document.documentElement.dataset.timeZone });
}
