import type { Mail, MailSummary } from "../../mailbox/read-outbox";
import { byId, clockTime, h, replaceKeepingFocus } from "./dom";
import { drawMail } from "./open-mail";

/** The list of mails and the one that is open. */
export interface Mailbox {
  /** Asks for the list again; resolves with how many mails there are. */
  refresh(): Promise<number>;
}

/** Wires the mailbox on this page. `onOpen` is called when the reader opens a mail. */
export function createMailbox(onOpen: () => void): Mailbox {
  const [list, pane] = [byId("mail-list", HTMLElement), byId("mail-open", HTMLElement)];
  let openFile: string | null = null;
  let known: MailSummary[] | null = null;

  const close = () => {
    const file = openFile;
    openFile = null;
    pane.hidden = true;
    drawList();
    list.querySelector<HTMLElement>(`[data-key="${CSS.escape(file ?? "")}"]`)?.focus();
  };
  const open = async (file: string) => {
    const response = await fetch(`/mailbox/mails/${encodeURIComponent(file)}`);
    if (!response.ok) return void refresh();
    openFile = file;
    pane.hidden = false;
    drawMail(pane, (await response.json()) as Mail, close);
    drawList();
    onOpen();
  };
  const drawList = () => {
    const mails = known ?? [];
    byId("mailbox-empty", HTMLElement).hidden = mails.length > 0;
    byId("mailbox", HTMLElement).classList.toggle("has-open", openFile !== null);
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
