import type { DeedAction, OrderRequest, PanelState, ReviewRequest } from "../../shopper/deed";

/** The panel's state, one message for each field that is not right, or why nothing was done. */
export type PanelAnswer = { state: PanelState } | { fields: Record<string, string> } | { trouble: string };

/** Asks for everything the panel shows. */
export async function fetchPanelState(): Promise<PanelState> {
  return (await (await fetch("/shoppers/state")).json()) as PanelState;
}

/** Lets a shopper place an order. Like the others it never throws: whatever goes wrong is an answer. */
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
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => null);
  if (!response) return { trouble: "The demo does not answer. Is it still running in the terminal?" };
  if (response.status === 422) return (await response.json()) as { fields: Record<string, string> };
  if (response.status === 409) return { trouble: "This can no longer be done." };
  if (!response.ok) return { trouble: "The demo had a problem. Its terminal says more." };
  return { state: (await response.json()) as PanelState };
}
