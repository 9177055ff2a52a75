import type { DeedAction, DeedView, SentView } from "../../shopper/deed";
import { clockTime } from "./clock-time";
import { h, replaceKeepingFocus } from "./dom";
import { answerOf, drawOutcome, type Outcome } from "./outcome";

const ACTION_WORDS: Record<DeedAction, string> = {
  photo: "Add a photo",
  again: "Send again",
  "take-down": "Take down",
  delete: "Delete",
  "refund-part": "Refund a part",
  "refund-rest": "Refund the rest",
  cancel: "Cancel order",
};

/** Draws what shoppers did, each with what can still be done about it, what came of that, and the countdown of its hold. */
export function drawDeeds(
  list: HTMLElement,
  deeds: readonly DeedView[],
  outcomes: ReadonlyMap<string, Outcome>,
  act: (deed: DeedView, action: DeedAction) => void,
): void {
  replaceKeepingFocus(
    list,
    deeds.map((deed) =>
      h(
        "li",
        { class: "deed" },
        h("p", { class: "deed-what" }, h("strong", {}, deed.who), ` ${deed.what}`),
        h("p", { class: "quiet" }, clockTime(deed.at), deed.ended && ` · ${deed.ended}`),
        deed.holdUntil !== null && countdown(deed),
        h("div", { class: "buttons" }, ...deed.actions.map((action) => actionButton(deed, action, act))),
        outcomeLine(outcomes.get(deed.id) ?? null),
      ),
    ),
  );
  tickCountdowns(list);
}

/** Brings every countdown in the list up to date; called a few times a second. */
export function tickCountdowns(list: HTMLElement): void {
  for (const element of list.querySelectorAll<HTMLElement>(".countdown")) {
    const until = Date.parse(element.dataset.until ?? "");
    const total = Number(element.dataset.total);
    const left = Math.max(0, (until - Date.now()) / 1000);
    const [words, bar] = [element.querySelector("span"), element.querySelector("progress")];
    const text = left > 0 ? `Hold window: ${Math.ceil(left)} s left to add a photo` : "The hold window is over";
    if (words && words.textContent !== text) words.textContent = text;
    if (bar) bar.value = total - left;
    element.classList.toggle("is-over", left === 0);
  }
}

/** Draws the webhooks that were sent, with the app's answers. */
export function drawSent(list: HTMLElement, sent: readonly SentView[]): void {
  list.replaceChildren(
    ...sent.map((webhook) =>
      h(
        "li",
        { class: `sent sent-${webhook.tone}` },
        h("p", {}, h("strong", {}, webhook.what), ` by ${webhook.sender}, ${webhook.who}`),
        h("p", {}, ...answerOf(webhook)),
        h("p", { class: "quiet" }, `${clockTime(webhook.at)} · ${webhook.tookMs} ms`),
      ),
    ),
  );
}

function outcomeLine(outcome: Outcome | null): HTMLElement | null {
  if (!outcome) return null;
  const line = h("p", {});
  drawOutcome(line, outcome);
  return line;
}

function countdown(deed: DeedView): HTMLElement {
  const total = String((Date.parse(deed.holdUntil ?? "") - Date.parse(deed.at)) / 1000);
  return h(
    "div",
    { class: "countdown", "data-until": deed.holdUntil ?? "", "data-total": total },
    h("span", {}),
    h("progress", { max: total, value: "0", "aria-label": `Hold window of ${deed.who}’s review` }),
  );
}

function actionButton(deed: DeedView, action: DeedAction, act: (deed: DeedView, action: DeedAction) => void) {
  return h(
    "button",
    {
      type: "button",
      class: "button button-small",
      "data-key": `${deed.id}:${action}`,
      "aria-label": `${ACTION_WORDS[action]}: ${deed.who}, ${deed.what}`,
      onclick: () => act(deed, action),
    },
    ACTION_WORDS[action],
  );
}
