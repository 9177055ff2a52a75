import type { BarButton } from "../bridge-protocol";
import { h } from "./dom";

const TOAST_MS = 5000;

/** The line at the bottom that comes and goes. */
export interface Toasts {
  show(id: string, message: string, isError: boolean, lastsMs?: number): void;
  hide(id: string): void;
}

/** Shows one toast at a time; a new one takes the place of the one before. */
export function createToasts(element: HTMLElement): Toasts {
  let timer = 0;
  let current = "";
  const hide = (id: string) => {
    if (id === current) element.replaceChildren();
  };
  return {
    show(id, message, isError, lastsMs = TOAST_MS) {
      clearTimeout(timer);
      current = id;
      element.replaceChildren(h("p", { class: isError ? "toast toast-error" : "toast" }, message));
      timer = window.setTimeout(() => hide(id), lastsMs);
    },
    hide,
  };
}

/** Shows or hides the app's save bar. The top bar makes room for it by the `saving` class. */
export function drawSaveBar(
  element: HTMLElement,
  buttons: readonly BarButton[],
  onClick: (index: number) => void,
): void {
  element.hidden = buttons.length === 0;
  element.replaceChildren(
    h("span", {}, "Unsaved changes"),
    ...buttons.map(({ text, isPrimary, isDisabled }, index) =>
      h(
        "button",
        {
          type: "button",
          class: isPrimary ? "bar-primary" : "bar-plain",
          disabled: isDisabled,
          onclick: () => onClick(index),
        },
        text,
      ),
    ),
  );
}
