import { h } from "./dom";

/** How many mails came since the mailbox was last in view. */
export interface Unread {
  /** There are `count` mails in all now. */
  arrived(count: number, isInView: boolean): void;
  seen(): void;
}

/** Shows the number behind the word "Mailbox". Mails that were there when the page was opened count as seen. */
export function createUnread(element: HTMLElement): Unread {
  let all = 0;
  let seenOf: number | null = null;
  const draw = () => {
    const unread = all - (seenOf ?? 0);
    element.replaceChildren(
      ...(unread > 0
        ? [h("span", { class: "count" }, String(unread), h("span", { class: "visually-hidden" }, " new"))]
        : []),
    );
  };
  return {
    arrived(count, isInView) {
      all = count;
      if (seenOf === null || isInView) seenOf = count;
      draw();
    },
    seen() {
      seenOf = all;
      draw();
    },
  };
}
