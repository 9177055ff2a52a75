import { byId } from "./dom";

/** What a narrow screen shows one of at a time; a wide one always shows the app beside one of the others. */
export type View = "app" | "shopper" | "mailbox";

/** Switches between the app, the shopper panel and the mailbox. */
export interface Views {
  show(view: View): void;
  current(): View;
}

const WIDE = matchMedia("(min-width: 60rem)");

/** Wires the three buttons. `onShow` is called with what has come into view. */
export function createViews(onShow: (view: View) => void): Views {
  let side: Exclude<View, "app"> = "shopper";
  let view: View = "app";
  const buttons = (["app", "shopper", "mailbox"] as const).map((name) => ({
    name,
    button: byId(`view-${name}`, HTMLButtonElement),
  }));
  const draw = () => {
    const shown = WIDE.matches && view === "app" ? side : view;
    document.body.dataset.view = view;
    byId("shopper", HTMLElement).hidden = side !== "shopper";
    byId("mailbox", HTMLElement).hidden = side !== "mailbox";
    for (const { name, button } of buttons) button.setAttribute("aria-pressed", String(name === shown));
    onShow(shown);
  };
  const show = (next: View) => {
    view = next;
    if (next !== "app") side = next;
    draw();
  };
  for (const { name, button } of buttons) button.addEventListener("click", () => show(name));
  WIDE.addEventListener("change", draw);
  draw();
  return { show, current: () => (WIDE.matches && view === "app" ? side : view) };
}
