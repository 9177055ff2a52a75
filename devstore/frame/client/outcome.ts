import type { PanelState, SentView } from "../../shopper/deed";
import { h } from "./dom";

/** What came of something a shopper did: the webhook with the app's answer, or why there is none. */
export type Outcome = SentView | string;

/** The last webhook sent about a deed; null if there is none. */
export function lastAbout(deedId: string, state: PanelState): SentView | null {
  return state.sent.find((webhook) => webhook.deedId === deedId) ?? null;
}

/** Says what came of it in plain words, and the HTTP status after them. */
export function drawOutcome(place: HTMLElement, outcome: Outcome | null): void {
  const tone = outcome === null || typeof outcome === "string" ? "trouble" : outcome.tone;
  place.className = `outcome sent-${tone}`;
  place.replaceChildren(...inWords(outcome));
}

/** The app's answer in plain words, then its HTTP status. */
export function answerOf({ words, status }: SentView): Node[] {
  const inHttp = status === null ? "" : ` (HTTP ${status})`;
  return [h("span", { class: "sent-answer" }, `${words}.`), h("span", { class: "quiet" }, inHttp)];
}

function inWords(outcome: Outcome | null): (Node | string)[] {
  if (outcome === null) return [];
  if (typeof outcome === "string") return [h("span", { class: "sent-answer" }, outcome)];
  return [h("span", {}, `${outcome.what}.`), " ", ...answerOf(outcome)];
}
