import { openAdminLink } from "./admin-link";
import { installAuthenticatedFetch } from "./authenticated-fetch";
import { defineModal } from "./modal";
import { defineNavMenu, reportPath } from "./nav-menu";
import { defineSaveBar } from "./save-bar";
import { createTokenSource } from "./session-token";

/** Stands in for https://cdn.shopify.com/shopifycloud/app-bridge.js: the parts of App Bridge the app uses. */
function start(script: HTMLScriptElement): void {
  const origin = new URL(script.src).origin;
  const link = openAdminLink(origin);
  const tokens = createTokenSource(link);
  installAuthenticatedFetch(link, tokens);
  hideElements();
  defineNavMenu(link);
  const saveBar = defineSaveBar(link);
  const modal = defineModal();
  const query = new URLSearchParams(location.search);
  let toasts = 0;

  Object.assign(window, {
    shopify: {
      config: { apiKey: script.dataset.apiKey, shop: query.get("shop"), host: query.get("host"), locale: "en" },
      environment: { embedded: parent !== window, mobile: false, intent: false },
      origin,
      ready: Promise.resolve(),
      idToken: () => tokens.idToken(),
      saveBar,
      modal,
      toast: {
        show(message: string, options?: { isError?: boolean; duration?: number }) {
          toasts += 1;
          const id = `toast-${toasts}`;
          const lastsMs = options?.duration ?? 5000;
          link.tell({ type: "toast", id, message, isError: options?.isError ?? false, lastsMs });
          return id;
        },
        hide: (id: string) => link.tell({ type: "toast-hide", id }),
      },
      loading: (isOn = true) => link.tell({ type: "loading", isOn }),
    },
  });
  const reloadUrl = query.get("shopify-reload");
  if (reloadUrl) return void bounce(reloadUrl, tokens.idToken());
  reportPath(link);
}

/** The app's bounce page wants the page it names opened again, this time with a session token. */
async function bounce(reloadUrl: string, token: Promise<string>): Promise<void> {
  const url = new URL(reloadUrl, location.href);
  if (url.origin !== location.origin) return;
  url.searchParams.set("id_token", await token);
  location.replace(url);
}

/** By a constructed sheet, since a style element would differ from the server's HTML that React hydrates. */
function hideElements(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("ui-nav-menu, ui-save-bar, ui-title-bar, ui-modal { display: none }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script);
