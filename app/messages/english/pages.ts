/** The app's frame, and pages for what went wrong. */
export const pagesMessages = {
  "times_note.zone": "Times are in {zone}.",
  "shopper.erased": "Erased",
  "download.broke_off": "The download broke off. Nothing was changed; try it again.",
} as const;
