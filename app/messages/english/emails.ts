/** What stands in the mails themselves. */
export const emailsMessages = {} as const;
