/** The shop's own rules. */
export const settingsMessages = {} as const;
