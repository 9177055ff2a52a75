import { CHANNEL, type FromApp, readMessage, type ToApp } from "../bridge-protocol";
import type { PageSettings } from "../page-settings";

/** The embedded app. */
export interface AppFrame {
  tell(message: ToApp): void;
  /** Opens a page from the app's navigation, within the app. */
  navigate(href: string): void;
  /** Loads any page of the app anew, signed in. */
  load(path: string): Promise<void>;
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

  const load = async (path: string) => {
    iframe.src = await signedInAddress(path, settings);
  };
  await load(pathInAddress(location.href) ?? "/app");
  return { tell, navigate: (href) => tell({ type: "navigate", href }), load };
}

async function signedInAddress(path: string, settings: PageSettings): Promise<string> {
  const url = new URL(path, settings.appUrl);
  const { shopDomain: shop, host } = settings;
  const query = { embedded: "1", shop, host, locale: "en", id_token: await fetchIdToken() };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Asks the merchant whether unsaved changes may be lost. */
export function confirmLeaving(): boolean {
  return window.confirm("Leave page with unsaved changes? Leaving this page will delete all unsaved changes.");
}

/** The page of the app named in an address of the frame ("…/#/app/coupons"), null if there is none. */
export function pathInAddress(address: string): string | null {
  const path = new URL(address).hash.slice(1);
  return /^\/app(?![^/?])/.test(path) ? path : null;
}

async function fetchIdToken(): Promise<string> {
  const response = await fetch("/session-token", { method: "POST" });
  return ((await response.json()) as { token: string }).token;
}
