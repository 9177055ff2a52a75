import type { Mail } from "../../mailbox/read-outbox";
import { clockTime, h } from "./dom";

type Part = "html" | "text" | "headers";

const PART_WORDS: Record<Part, string> = { html: "HTML", text: "Plain text", headers: "Headers" };

/** Draws one mail with a switch between its HTML, its plain text and its headers, and puts the focus on its subject. */
export function drawMail(pane: HTMLElement, mail: Mail, close: () => void): void {
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
  pane.replaceChildren(
    h("button", { type: "button", class: "button button-small mail-back", onclick: close }, "← All mail"),
    subject,
    h("dl", { class: "mail-facts" }, ...facts(mail)),
    h("div", { class: "switch", role: "group", "aria-label": "Show" }, ...buttons.map(({ button }) => button)),
    body,
  );
  show(mail.html ? "html" : "text");
  subject.focus();
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
  return h("iframe", {
    class: "mail-html",
    title: `Mail: ${mail.subject}`,
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    src: `/mailbox/mails/${encodeURIComponent(mail.file)}/html`,
  });
}
