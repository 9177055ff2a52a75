/** Steps of the wizard, in order; "list" is where it was begun. */
const BEFORE = { engagement: null, code: "engagement", expiration: "code" } as const;
const AFTER = { engagement: "code", code: "expiration", expiration: "review" } as const;

/**
 * Where a step of a draft leads, as an address: to the step before with "Back", else on to the next one, or to the review it
 * was opened from ("?then=review").
 */
export function stepAfter(
  request: Request,
  couponId: string,
  step: keyof typeof AFTER,
  go: string | undefined,
): string {
  const then = new URL(request.url).searchParams.get("then");
  const next = go === "back" ? BEFORE[step] : then === "review" ? "review" : AFTER[step];
  return next ? `/app/coupons/${couponId}/${next}` : "/app/coupons";
}
