import { h, replaceKeepingFocus } from "./dom";

/** The steps from nothing to a coupon in an inbox, in order. */
export const GUIDE_STEPS = [
  { id: "coupon", words: "Create a coupon for placing an order", action: "Go to coupons" },
  { id: "email", words: "Turn on the thank-you email", action: "Go to the email" },
  { id: "order", words: "Place an order as a shopper", action: "Go to the form" },
  { id: "mail", words: "Find the code in the mailbox", action: "Open the mailbox" },
] as const;

export type GuideStep = (typeof GUIDE_STEPS)[number]["id"];

/** The guide: which steps are done is kept for this browser tab. */
export interface Guide {
  /** Ticks steps; ticked ones stay ticked. */
  done(...steps: GuideStep[]): void;
  isDone(step: GuideStep): boolean;
}

/** Draws the guide. `go` is called when the reader asks to be taken to a step. */
export function createGuide(list: HTMLElement, go: (step: GuideStep) => void): Guide {
  const key = "laurel-guide";
  const ticked = new Set<string>((sessionStorage.getItem(key) ?? "").split(" "));
  const draw = () => {
    const next = GUIDE_STEPS.find(({ id }) => !ticked.has(id))?.id;
    replaceKeepingFocus(
      list,
      GUIDE_STEPS.map((step) => drawStep(step, ticked.has(step.id), step.id === next, go)),
    );
  };
  draw();
  return {
    isDone: (step) => ticked.has(step),
    done(...steps) {
      if (steps.every((step) => ticked.has(step))) return;
      for (const step of steps) ticked.add(step);
      sessionStorage.setItem(key, [...ticked].join(" "));
      draw();
    },
  };
}

function drawStep(
  step: (typeof GUIDE_STEPS)[number],
  isDone: boolean,
  isNext: boolean,
  go: (step: GuideStep) => void,
): HTMLElement {
  return h(
    "li",
    { class: isDone ? "step is-done" : "step" },
    h("span", { class: "step-mark", "aria-hidden": "true" }, isDone ? "✓" : ""),
    h("span", {}, step.words, isDone && h("span", { class: "visually-hidden" }, " (done)")),
    h(
      "button",
      {
        type: "button",
        class: isNext ? "button button-small button-primary" : "button button-small",
        "data-key": step.id,
        onclick: () => go(step.id),
      },
      step.action,
    ),
  );
}
