/** The part of `window.shopify` that shows and hides modals. */
export interface ModalApi {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
}

/**
 * Defines `<ui-modal>` as a dialog over the app's page: heading and buttons from its `<ui-title-bar>`,
 * body from what the app put into `content`.
 */
export function defineModal(): ModalApi {
  class Modal extends HTMLElement {
    readonly content = document.createElement("div");
    private dialog: HTMLDialogElement | null = null;

    show(): void {
      if (this.dialog) return;
      const dialog = document.createElement("dialog");
      const titleBar = this.querySelector("ui-title-bar");
      const heading = document.createElement("h2");
      heading.textContent = titleBar?.getAttribute("title") ?? "";
      dialog.setAttribute("aria-label", heading.textContent);
      dialog.append(heading, this.content, ...[...(titleBar?.querySelectorAll("button") ?? [])].map(standIn));
      dialog.addEventListener("close", () => this.hide());
      document.body.append(dialog);
      this.dialog = dialog;
      dialog.showModal();
      this.dispatchEvent(new Event("show"));
    }

    hide(): void {
      const { dialog } = this;
      if (!dialog) return;
      this.dialog = null;
      dialog.close();
      dialog.remove();
      this.dispatchEvent(new Event("hide"));
    }
  }
  customElements.define("ui-modal", Modal);
  customElements.define("ui-title-bar", class extends HTMLElement {});
  const find = (id: string) => {
    const modal = document.getElementById(id);
    return modal instanceof Modal ? modal : null;
  };
  return {
    show: async (id) => find(id)?.show(),
    hide: async (id) => find(id)?.hide(),
  };
}

function standIn(original: HTMLButtonElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.textContent = original.textContent;
  button.disabled = original.disabled;
  button.addEventListener("click", () => original.click());
  return button;
}
