type Child = Node | string | null | false;
type Props = Record<string, string | boolean | ((event: Event) => void)>;

/** Makes an element: functions become listeners ("onclick"), booleans bare attributes, everything else attributes. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** The element with this id. Throws if the page has none of this kind: page and script belong together. */
export function byId<Type extends HTMLElement>(id: string, type: { new (): Type }): Type {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`No ${type.name} with the id ${id}`);
}

/** Replaces an element's children and puts the focus back on the child that had it, found by `data-key`. */
export function replaceKeepingFocus(parent: HTMLElement, children: readonly Node[]): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && parent.contains(active) ? active.dataset.key : undefined;
  parent.replaceChildren(...children);
  if (!key) return;
  parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
