import type { Mail, MailSummary } from "../../mailbox/read-outbox";
import { clockTime } from "./clock-time";
import { byId, h, replaceKeepingFocus } from "./dom";
import { drawMail, type OpenMail } from "./open-mail";

/** The list of mails and the one that is open. */
export interface Mailbox {
  /** Asks for the list again; resolves with how many mails there are. */
  refresh(): Promise<number>;
}

/** Wires the mailbox on this page. `onOpen` is called when the reader opens a mail. */
export function createMailbox(onOpen: () => void): Mailbox {
  const [list, pane] = [byId("mail-list", HTMLElement), byId("mail-open", HTMLElement)];
  let openFile: string | null = null;
  let opened: { mail: OpenMail; mailsThen: number } | null = null;
  let known: MailSummary[] | null = null;

  const close = () => {
    const file = openFile;
    openFile = null;
    opened = null;
    pane.hidden = true;
    drawList();
    list.querySelector<HTMLElement>(`[data-key="${CSS.escape(file ?? "")}"]`)?.focus();
  };
  const open = async (file: string) => {
    const response = await fetch(`/mailbox/mails/${encodeURIComponent(file)}`);
    if (!response.ok) return void refresh();
    openFile = file;
    pane.hidden = false;
    opened = { mail: drawMail(pane, (await response.json()) as Mail, close), mailsThen: known?.length ?? 0 };
    drawList();
    onOpen();
  };
  const drawList = () => {
    const mails = known ?? [];
    byId("mailbox-empty", HTMLElement).hidden = mails.length > 0;
    const box = byId("mailbox", HTMLElement);
    box.classList.toggle("has-open", openFile !== null);
    box.classList.toggle("is-empty", mails.length === 0);
    replaceKeepingFocus(
      list,
      mails.map((mail) => drawRow(mail, mail.file === openFile, () => void open(mail.file))),
    );
  };
  const refresh = async () => {
    const before = known?.length ?? null;
    known = (await (await fetch("/mailbox/mails")).json()) as MailSummary[];
    const [newest] = known;
    if (before !== null && known.length > before && newest) {
      byId("mailbox-news", HTMLElement).textContent = `New mail for ${newest.to}: ${newest.subject}`;
    }
    opened?.mail.newMails(Math.max(0, known.length - opened.mailsThen));
    drawList();
    return known.length;
  };
  return { refresh };
}

function drawRow(mail: MailSummary, isOpen: boolean, open: () => void): HTMLElement {
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "mail-row", "data-key": mail.file, "aria-current": String(isOpen), onclick: open },
      h("span", { class: "mail-to" }, mail.to),
      h("span", { class: "quiet" }, clockTime(mail.receivedAt)),
      h("span", { class: "mail-subject" }, mail.subject),
      h("span", { class: "mail-preview quiet" }, mail.preview),
    ),
  );
}
