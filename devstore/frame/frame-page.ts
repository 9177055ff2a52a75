import { type Html, html, jsonForScript } from "./html";
import { mailboxSection } from "./mailbox-section";
import type { PageSettings } from "./page-settings";
import { shopperSection } from "./shopper-section";

/** The admin frame: top bar, navigation, the embedded app, and the demo's own panels beside it. */
export function framePage(settings: PageSettings): string {
  return html`<!doctype html>
<html lang="en" data-time-zone="${settings.timeZone}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${settings.shopName} · ${settings.appName}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/frame-page.css">
    <script type="application/json" id="settings">${jsonForScript(settings)}</script>
    <script src="/assets/frame-page.js" defer></script>
  </head>
  <body data-view="app">
    <a class="skip-link" href="#app">Skip to the app</a>
    ${topBar(settings)}
    <nav id="navigation" aria-label="App navigation">
      <p class="nav-heading">Apps</p>
      <ul id="nav-list"></ul>
    </nav>
    <nav id="views" class="switch" aria-label="Panels">
      <button type="button" id="view-app" aria-pressed="true">App</button>
      <button type="button" id="view-shopper" aria-pressed="false">Shopper</button>
      <button type="button" id="view-mailbox" aria-pressed="false">Mailbox<span id="unread"></span></button>
    </nav>
    <main aria-label="Demo store">
      <div id="app-area"><iframe id="app" title="${settings.appName}" allow="clipboard-write"></iframe></div>
      <div id="side">${shopperSection(settings.timeZone)}${mailboxSection(settings.timeZone)}</div>
    </main>
    <div id="toasts" role="status"></div>
  </body>
</html>
`.source;
}

function topBar(settings: PageSettings): Html {
  return html`<header id="top-bar">
      <button type="button" id="menu-button" aria-expanded="false" aria-controls="navigation">Menu</button>
      <h1 class="shop-name">${settings.shopName} <span class="badge">Stand-in for Shopify admin</span></h1>
      <div id="save-bar" role="region" aria-label="Unsaved changes" hidden></div>
      <div id="loading" hidden><span class="visually-hidden">Loading</span></div>
    </header>`;
}
