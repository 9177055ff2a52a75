import { html } from "./html";
import { mailboxSection } from "./mailbox-section";

/** The mailbox on a page of its own. `timeZone` is the IANA name of the shop's. */
export function mailboxPage(timeZone: string): string {
  return html`<!doctype html>
<html lang="en" data-time-zone="${timeZone}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Mailbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/mailbox-page.css">
    <script src="/assets/mailbox-page.js" defer></script>
  </head>
  <body class="mailbox-page">
    <header id="top-bar"><h1 class="shop-name">Mailbox of every shopper</h1><a href="/">Back to the admin</a></header>
    <main>${mailboxSection(timeZone)}</main>
  </body>
</html>
`.source;
}
