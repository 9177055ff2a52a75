import "./frame-page.css";
import type { FromApp, NavItem } from "../bridge-protocol";
import type { PageSettings } from "../page-settings";
import { confirmLeaving, openAppFrame, pathInAddress } from "./app-frame";
import { byId } from "./dom";
import { createGuide, type GuideStep } from "./guide";
import { listen } from "./live";
import { createMailbox } from "./mailbox";
import { drawNavigation } from "./navigation";
import { createToasts, drawSaveBar } from "./notices";
import { createShopperPanel } from "./shopper-panel";
import { createUnread } from "./unread";
import { createViews } from "./views";

const settings = JSON.parse(byId("settings", HTMLScriptElement).textContent ?? "") as PageSettings;
const menuButton = byId("menu-button", HTMLButtonElement);
const saveBar = byId("save-bar", HTMLElement);
const toasts = createToasts(byId("toasts", HTMLElement));
const unread = createUnread(byId("unread", HTMLElement));
const views = createViews((view) => {
  if (view === "mailbox") unread.seen();
});
const guide = createGuide(byId("guide", HTMLElement), goToStep);
const mailbox = createMailbox(() => guide.done("mail"));
const panel = createShopperPanel(({ sent }) => {
  const isReady = guide.isDone("coupon") && guide.isDone("email");
  if (isReady && sent.some(({ sender, tone }) => sender === "Shopify" && tone === "good")) guide.done("order");
});
let items: readonly NavItem[] = [];
let path = "/app";

const app = openAppFrame(byId("app", HTMLIFrameElement), settings, hear);

function hear(message: FromApp): void {
  switch (message.type) {
    case "nav":
      items = message.items;
      redraw();
      break;
    case "path":
      moved(message.path);
      break;
    case "load":
      void app.then((frame) => frame.load(message.path));
      break;
    case "toast":
      if (message.message === "Thank-you email is on") guide.done("email");
      toasts.show(message.id, message.message, message.isError, message.lastsMs);
      break;
    case "toast-hide":
      toasts.hide(message.id);
      break;
    case "redirect":
      location.assign(message.url);
      break;
    case "loading":
      byId("loading", HTMLElement).hidden = !message.isOn;
      break;
    case "save-bar":
      drawSaveBar(saveBar, message.isShown ? message.buttons : [], (index) => {
        void app.then((frame) => frame.tell({ type: "save-bar-click", id: message.id, index }));
      });
      break;
  }
}

/** A mail may be a test: what was done before it is heard of where it is done. */
function mailCounted(count: number): void {
  unread.arrived(count, views.current() === "mailbox");
}

function moved(to: string): void {
  if (/\/coupons\/[^/]+\/review$/.test(path) && to === "/app/coupons") guide.done("coupon");
  path = to;
  writeAddress();
  redraw();
}

function writeAddress(): void {
  history.replaceState(null, "", `#${path}`);
}

function redraw(): void {
  drawNavigation(byId("nav-list", HTMLElement), { appName: settings.appName, items, path }, go);
}

async function go(href: string): Promise<void> {
  if (!saveBar.hidden && !confirmLeaving()) return writeAddress();
  setMenu(false);
  views.show("app");
  const frame = await app;
  if (items.some((item) => item.href === href)) frame.navigate(href);
  else await frame.load(href);
}

function goToStep(step: GuideStep): void {
  if (step === "coupon") void go("/app/coupons");
  if (step === "email") void go("/app/thank-you");
  if (step === "mail") views.show("mailbox");
  if (step !== "order") return;
  views.show("shopper");
  byId("deed-form", HTMLFormElement).querySelector("select")?.focus();
}

function setMenu(isOpen: boolean): void {
  menuButton.setAttribute("aria-expanded", String(isOpen));
  document.body.classList.toggle("menu-open", isOpen);
}

menuButton.addEventListener("click", () => setMenu(menuButton.getAttribute("aria-expanded") !== "true"));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || menuButton.getAttribute("aria-expanded") !== "true") return;
  setMenu(false);
  menuButton.focus();
});
addEventListener("hashchange", ({ newURL }) => {
  const to = pathInAddress(newURL);
  if (to !== null && to !== path) void go(to);
});
redraw();
listen({
  shoppers: () => void panel.refresh(),
  mailbox: () => void mailbox.refresh().then(mailCounted),
});
