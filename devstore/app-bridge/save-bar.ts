import type { AdminLink } from "./admin-link";

/** The part of `window.shopify` that shows and hides save bars. */
export interface SaveBarApi {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
  toggle(id: string): Promise<void>;
  /** Resolves when the page may be left; stays open when the merchant wants to keep editing. */
  leaveConfirmation(): Promise<void>;
}

/** Defines `<ui-save-bar>`: the frame shows its buttons in the top bar and clicks them here. */
export function defineSaveBar(link: AdminLink): SaveBarApi {
  const shown = new Set<string>();
  const announce = (id: string) => {
    const buttons = [...(document.getElementById(id)?.querySelectorAll("button") ?? [])].map((button) => ({
      text: button.textContent?.trim() || (button.getAttribute("variant") === "primary" ? "Save" : "Discard"),
      isPrimary: button.getAttribute("variant") === "primary",
      isDisabled: button.disabled,
    }));
    link.tell({ type: "save-bar", id, isShown: shown.has(id), buttons });
  };
  const set = async (id: string, isShown: boolean) => {
    if (shown.has(id) === isShown) return;
    if (isShown) shown.add(id);
    else shown.delete(id);
    announce(id);
    document.getElementById(id)?.dispatchEvent(new Event(isShown ? "show" : "hide"));
  };
  const api: SaveBarApi = {
    show: (id) => set(id, true),
    hide: (id) => set(id, false),
    toggle: (id) => set(id, !shown.has(id)),
    async leaveConfirmation() {
      if (shown.size > 0) await link.ask("leave-confirmation");
    },
  };

  class SaveBar extends HTMLElement {
    private readonly observer = new MutationObserver(() => {
      if (shown.has(this.id)) announce(this.id);
    });

    connectedCallback(): void {
      this.observer.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
    }

    disconnectedCallback(): void {
      this.observer.disconnect();
      void api.hide(this.id);
    }

    show(): Promise<void> {
      return api.show(this.id);
    }

    hide(): Promise<void> {
      return api.hide(this.id);
    }
  }
  customElements.define("ui-save-bar", SaveBar);
  link.listen((message) => {
    if (message.type !== "save-bar-click") return;
    document.getElementById(message.id)?.querySelectorAll("button")[message.index]?.click();
  });
  return api;
}
