/** The home page. */
export const homeMessages = {} as const;
