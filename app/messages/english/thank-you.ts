/** Writing and testing the thank-you email. */
export const thankYouMessages = {} as const;
