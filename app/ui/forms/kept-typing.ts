/** What was typed into a form, by the names of its fields. */
type Typed = Record<string, string>;

let lastSent: { path: string; typed: Typed } | null = null;

const keyOf = (path: string) => `laurel typed ${path}`;

/** Remembers what the form of a page has just sent, for the case that no answer comes of it. */
export function rememberSent(path: string, form: FormData): void {
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  lastSent = { path, typed };
}

/** Keeps what the form of this page sent last until the page is there again; nothing where another page sent last. */
export function keepSent(path: string): void {
  if (lastSent?.path === path) keepTyped(path, lastSent.typed);
  lastSent = null;
}

/** Keeps what a form holds, in this tab, until the page is there again. */
export function keepTyped(path: string, typed: Typed): void {
  try {
    sessionStorage.setItem(keyOf(path), JSON.stringify(typed));
  } catch {
    // Some browsers give a page in a frame no storage. What could be saved is saved all the same.
  }
}

/** Takes out what was kept of these fields of a page; empty where nothing was. */
export function takeKept(path: string, names: string[]): Typed {
  try {
    const kept: Typed = JSON.parse(sessionStorage.getItem(keyOf(path)) ?? "{}");
    const ours = Object.entries(kept).filter(([name]) => names.includes(name));
    const rest = Object.entries(kept).filter(([name]) => !names.includes(name));
    if (rest.length > 0) sessionStorage.setItem(keyOf(path), JSON.stringify(Object.fromEntries(rest)));
    else sessionStorage.removeItem(keyOf(path));
    return Object.fromEntries(ours);
  } catch {
    return {};
  }
}
