/** Files of codes: upload, report, history. */
export const codesMessages = {} as const;
