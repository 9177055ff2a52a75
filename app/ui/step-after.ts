/** Where a step of the wizard leads: on to the next one, or back to the review it was opened from ("?then=review"). */
export function stepAfter(request: Request, next: "code" | "expiration"): "code" | "expiration" | "review" {
  return new URL(request.url).searchParams.get("then") === "review" ? "review" : next;
}
