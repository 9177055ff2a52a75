/** The app's frame, and pages for what went wrong. */
export const pagesMessages = {} as const;
