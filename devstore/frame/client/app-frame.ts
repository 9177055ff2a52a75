import { CHANNEL, type FromApp, readMessage, type ToApp } from "../bridge-protocol";
import type { PageSettings } from "../page-settings";

/** The embedded app. */
export interface AppFrame {
  tell(message: ToApp): void;
  /** Opens a page of the app: within the app where it is loaded, else by loading it. */
  navigate(href: string): void;
}

/**
 * Loads the app into the iframe the way Shopify admin does (shop, host, embedded, id_token) and answers its
 * questions; everything else it says goes to `onMessage`.
 */
export async function openAppFrame(
  iframe: HTMLIFrameElement,
  settings: PageSettings,
  onMessage: (message: FromApp) => void,
): Promise<AppFrame> {
  const appOrigin = new URL(settings.appUrl).origin;
  const tell = (message: ToApp) => iframe.contentWindow?.postMessage({ channel: CHANNEL, message }, appOrigin);

  addEventListener("message", (event) => {
    if (event.origin !== appOrigin || event.source !== iframe.contentWindow) return;
    const message = readMessage<FromApp>(event.data);
    if (!message) return;
    if (message.type === "id-token") {
      void fetchIdToken().then((value) => tell({ type: "answer", call: message.call, value }));
    } else if (message.type === "leave-confirmation") {
      if (confirmLeaving()) tell({ type: "answer", call: message.call, value: true });
    } else {
      onMessage(message);
    }
  });

  const url = new URL(startPath(), settings.appUrl);
  url.search = new URLSearchParams({
    embedded: "1",
    shop: settings.shopDomain,
    host: settings.host,
    locale: "en",
    id_token: await fetchIdToken(),
  }).toString();
  iframe.src = url.href;
  return { tell, navigate: (href) => tell({ type: "navigate", href }) };
}

/** Asks the merchant whether unsaved changes may be lost. */
export function confirmLeaving(): boolean {
  return window.confirm("Leave page with unsaved changes? Leaving this page will delete all unsaved changes.");
}

/** The page of the app named in our own address ("#/app/coupons"), so that a reload stays where it was. */
function startPath(): string {
  const path = location.hash.slice(1);
  return path.startsWith("/app") ? path : "/app";
}

async function fetchIdToken(): Promise<string> {
  const response = await fetch("/session-token", { method: "POST" });
  return ((await response.json()) as { token: string }).token;
}
