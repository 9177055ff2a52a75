import type { Mail } from "../../mailbox/read-outbox";
import { clockTime } from "./clock-time";
import { h } from "./dom";

type Part = "html" | "text" | "headers";

/** Room for a bar below a mail that is wider than its frame. */
const SCROLL_BAR_PX = 16;

const PART_WORDS: Record<Part, string> = { html: "HTML", text: "Plain text", headers: "Headers" };

/** The mail that is open. */
export interface OpenMail {
  /** Says beside the way back that so many mails came since this one was opened. */
  newMails(count: number): void;
}

/** Draws one mail with a switch between its HTML, its plain text and its headers, and puts the focus on its subject. */
export function drawMail(pane: HTMLElement, mail: Mail, close: () => void): OpenMail {
  const body = h("div", { class: "mail-body" });
  const buttons = (Object.keys(PART_WORDS) as Part[]).map((part) => ({
    part,
    button: h("button", { type: "button", onclick: () => show(part) }, PART_WORDS[part]),
  }));
  const show = (shown: Part) => {
    body.replaceChildren(drawPart(mail, shown));
    for (const { part, button } of buttons) button.setAttribute("aria-pressed", String(part === shown));
  };
  const subject = h("h2", { tabindex: "-1" }, mail.subject);
  const news = h("span", { class: "count", hidden: true });
  pane.replaceChildren(
    h(
      "div",
      { class: "mail-back" },
      h("button", { type: "button", class: "button button-small", onclick: close }, "← All mail"),
      news,
    ),
    subject,
    h("dl", { class: "mail-facts" }, ...facts(mail)),
    h("div", { class: "switch", role: "group", "aria-label": "Show" }, ...buttons.map(({ button }) => button)),
    body,
  );
  show(mail.html ? "html" : "text");
  subject.focus();
  return {
    newMails(count) {
      news.hidden = count === 0;
      news.textContent = `${count} new ${count === 1 ? "mail" : "mails"}`;
    },
  };
}

function facts(mail: Mail): HTMLElement[] {
  return Object.entries({ From: mail.from, To: mail.to, Received: clockTime(mail.receivedAt) }).map(([name, value]) =>
    h("div", {}, h("dt", {}, name), h("dd", {}, value)),
  );
}

function drawPart(mail: Mail, part: Part): HTMLElement {
  if (part === "headers") {
    const rows = mail.headers.map(({ name, value }) =>
      h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value)),
    );
    return h("table", { class: "mail-headers" }, h("tbody", {}, ...rows));
  }
  if (part === "text")
    return h("pre", { class: "mail-text", tabindex: "0" }, mail.text ?? "This mail has no plain text.");
  if (!mail.html) return h("p", { class: "quiet" }, "This mail has no HTML.");
  const frame = h("iframe", {
    class: "mail-html",
    title: `Mail: ${mail.subject}`,
    // Of our origin only so that its height can be read; without allow-scripts nothing in a mail runs.
    sandbox: "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    src: `/mailbox/mails/${encodeURIComponent(mail.file)}/html`,
    onload: () => showWhole(frame),
  });
  return frame;
}

/** Makes the frame as high as the mail in it, now and whenever its width or its content changes. */
function showWhole(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument?.documentElement;
  if (!page) return;
  const setHeight = () => {
    const borders = frame.offsetHeight - frame.clientHeight;
    const sideways = page.scrollWidth > page.clientWidth ? SCROLL_BAR_PX : 0;
    // A page is never lower than its frame: without this the frame could only grow.
    frame.style.height = "0";
    frame.style.height = `${page.scrollHeight + borders + sideways}px`;
  };
  const observer = new ResizeObserver(setHeight);
  observer.observe(frame);
  observer.observe(page);
  setHeight();
}
