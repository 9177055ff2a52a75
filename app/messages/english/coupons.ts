/** The list of coupons, a coupon's facts and what is done with it. */
export const couponsMessages = {} as const;
