/** A link in the app's navigation menu. */
export interface NavItem {
  href: string;
  text: string;
  /** The app's own name leads there; it is not shown as an item. */
  isHome: boolean;
}

/** A button the app put into its save bar. */
export interface BarButton {
  text: string;
  isPrimary: boolean;
  isDisabled: boolean;
}

/** What the app's App Bridge tells the admin frame. A message with `call` wants an answer. */
export type FromApp =
  | { type: "id-token"; call: number }
  | { type: "leave-confirmation"; call: number }
  | { type: "nav"; items: NavItem[] }
  | { type: "path"; path: string }
  /** The page cannot go there by itself: it is to be loaded anew, signed in. */
  | { type: "load"; path: string }
  | { type: "toast"; id: string; message: string; isError: boolean; lastsMs: number }
  | { type: "toast-hide"; id: string }
  | { type: "redirect"; url: string }
  | { type: "loading"; isOn: boolean }
  | { type: "save-bar"; id: string; isShown: boolean; buttons: BarButton[] };

/** What the admin frame tells the app's App Bridge. */
export type ToApp =
  | { type: "answer"; call: number; value: unknown }
  | { type: "navigate"; href: string }
  | { type: "save-bar-click"; id: string; index: number };

/** Marks our messages among whatever else is posted to a window. */
export const CHANNEL = "laurel-devstore";

/** Reads a posted message; null if it is not one of ours. */
export function readMessage<Message extends FromApp | ToApp>(data: unknown): Message | null {
  if (typeof data !== "object" || data === null || !("channel" in data) || data.channel !== CHANNEL) return null;
  return (data as unknown as { message: Message }).message;
}
