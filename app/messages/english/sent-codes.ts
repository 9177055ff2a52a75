/** Sent codes, and the story of one reward. */
export const sentCodesMessages = {} as const;
