import type { DeedAction, OrderRequest, PanelState, ReviewRequest } from "../../shopper/deed";

/** The panel's state, or one message for each field that is not right. */
export type PanelAnswer = { state: PanelState } | { fields: Record<string, string> };

/** Asks for everything the panel shows. */
export async function fetchPanelState(): Promise<PanelState> {
  return (await (await fetch("/shoppers/state")).json()) as PanelState;
}

/** Lets a shopper place an order. */
export function sendOrder(request: OrderRequest): Promise<PanelAnswer> {
  return post("/shoppers/orders", request);
}

/** Lets a shopper write a review. */
export function sendReview(request: ReviewRequest): Promise<PanelAnswer> {
  return post("/shoppers/reviews", request);
}

/** Does something about what a shopper did. */
export function sendAction(deedId: string, action: DeedAction): Promise<PanelAnswer> {
  return post(`/shoppers/deeds/${encodeURIComponent(deedId)}`, { action });
}

async function post(path: string, body: unknown): Promise<PanelAnswer> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (response.status === 422) return answer as { fields: Record<string, string> };
  return { state: answer as PanelState };
}
