/** Engagements, the decisions about them, and deliveries. */
export const activityMessages = {} as const;
