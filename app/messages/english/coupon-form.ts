/** The wizard's steps and the page that changes a coupon. */
export const couponFormMessages = {} as const;
