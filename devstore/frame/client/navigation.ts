import type { NavItem } from "../bridge-protocol";
import { h, replaceKeepingFocus } from "./dom";

/** What the navigation shows. */
export interface NavigationState {
  appName: string;
  items: readonly NavItem[];
  /** Path the app is at. */
  path: string;
}

/** Draws the app's navigation: its name is its home, its items stand below. */
export function drawNavigation(list: HTMLElement, state: NavigationState, go: (href: string) => void): void {
  const home = state.items.find((item) => item.isHome)?.href ?? "/app";
  const current = currentItem(state, home);
  const link = (href: string, text: string, className: string) =>
    h(
      "a",
      {
        href: `#${href}`,
        class: className,
        "data-key": href,
        ...(href === current ? { "aria-current": "page" } : {}),
        onclick: (event) => {
          event.preventDefault();
          go(href);
        },
      },
      text,
    );
  const items = state.items.filter((item) => !item.isHome && item.href !== home);
  replaceKeepingFocus(list, [
    h("li", {}, link(home, state.appName, "nav-app")),
    ...items.map((item) => h("li", {}, link(item.href, item.text, "nav-item"))),
  ]);
}

/** The item whose address is the longest beginning of where the app is. */
function currentItem({ items, path }: NavigationState, home: string): string {
  const matching = items.map((item) => item.href).filter((href) => path === href || path.startsWith(`${href}/`));
  return matching.sort((a, b) => b.length - a.length)[0] ?? home;
}
