import type { AdminLink } from "./admin-link";

/** Defines `<ui-nav-menu>`: its links are shown in the frame's navigation, and clicking there navigates here. */
export function defineNavMenu(link: AdminLink): void {
  class NavMenu extends HTMLElement {
    private readonly observer = new MutationObserver(() => this.report());

    connectedCallback(): void {
      this.observer.observe(this, { childList: true, subtree: true, characterData: true });
      this.report();
    }

    disconnectedCallback(): void {
      this.observer.disconnect();
    }

    private report(): void {
      const items = [...this.querySelectorAll("a")].map((anchor) => ({
        href: anchor.getAttribute("href") ?? "",
        text: anchor.textContent ?? "",
        isHome: anchor.getAttribute("rel") === "home",
      }));
      if (items.length > 0) link.tell({ type: "nav", items });
    }
  }
  customElements.define("ui-nav-menu", NavMenu);

  const isHeard = whetherNavigationIsHeard();
  link.listen((message) => {
    if (message.type !== "navigate") return;
    const anchor = [...document.querySelectorAll("ui-nav-menu a")].find((a) => a.getAttribute("href") === message.href);
    if (!anchor || !isHeard()) return link.tell({ type: "load", path: message.href });
    anchor.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, composed: true }));
  });
}

/** A page the browser still makes its own does not listen yet: what is chosen meanwhile would be lost. */
function whetherNavigationIsHeard(): () => boolean {
  let isHeard = false;
  const add = window.addEventListener.bind(window);
  window.addEventListener = (...args: Parameters<typeof add>) => {
    isHeard ||= args[0] === "shopify:navigate";
    add(...args);
  };
  return () => isHeard;
}

/** Tells the frame where the app is, now and after every navigation within the page. */
export function reportPath(link: AdminLink): void {
  const report = () => link.tell({ type: "path", path: location.pathname });
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      report();
    };
  }
  addEventListener("popstate", report);
  report();
}
