import { type Html, html } from "./html";

/** The mailbox: the list of mails, and the one that is open. Filled by the page's script. */
export function mailboxSection(timeZone: string): Html {
  return html`<section id="mailbox" class="mailbox" aria-labelledby="mailbox-title">
      <div class="mailbox-list">
        <div class="section-head">
          <h2 id="mailbox-title">Mailbox</h2>
          <a class="only-in-panel" href="/mailbox" target="_blank" rel="noopener">Open on its own page</a>
        </div>
        <p class="quiet zone">Times are the shop’s, ${timeZone}.</p>
        <p id="mailbox-empty" class="quiet">No mail yet. What the app sends appears here at once.</p>
        <ul id="mail-list"></ul>
      </div>
      <p class="mail-none quiet">Select a mail to read it here.</p>
      <div id="mail-open" class="mail-open" hidden></div>
      <p id="mailbox-news" class="visually-hidden" role="status"></p>
    </section>`;
}
