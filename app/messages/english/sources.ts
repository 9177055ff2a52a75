/** Where engagements come from. */
export const sourcesMessages = {} as const;
