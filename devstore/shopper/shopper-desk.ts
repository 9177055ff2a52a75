import type { DevstoreSettings, Hooks } from "../devstore-settings";
import type { Deed, DeedAction, OrderRequest, PanelState, ReviewRequest, SentWebhook } from "./deed";
import { viewDeed, viewSent } from "./deed-view";
import { type NewDeed, newOrder, newReview } from "./new-deed";
import { nextWebhook } from "./next-webhook";
import type { Destination } from "./review-webhook";
import { sendWebhook } from "./send-webhook";
import type { Webhook } from "./webhook";

const FIRST_ORDER_NUMBER = 1001;
/** How many deeds and sent webhooks the panel remembers. */
const KEPT = 50;

/** What the desk knows of the installed app. */
export interface KnownApp {
  hooks: Hooks;
  /** The hold window as it is set now, in seconds; null while the app cannot be asked. */
  holdSeconds(): Promise<number | null>;
}

/** Where shoppers do things: every deed becomes one or more signed webhooks to the app. */
export interface ShopperDesk {
  /** Tells the desk where to send, and how to ask for the shop's hold window; until then every deed throws. */
  open(known: KnownApp): void;
  order(request: OrderRequest): Promise<Deed>;
  review(request: ReviewRequest): Promise<Deed>;
  /** Does something about a deed; null if there is no such deed or it cannot be done. */
  act(deedId: string, action: DeedAction): Promise<Deed | null>;
  state(): PanelState;
}

/** Opens the desk. `onChange` is called whenever `state()` has become another. */
export function createShopperDesk(settings: DevstoreSettings, onChange: () => void): ShopperDesk {
  let deeds: Deed[] = [];
  let sent: SentWebhook[] = [];
  let app: KnownApp | null = null;
  let orderNumber = FIRST_ORDER_NUMBER;

  const destination = (): Destination => {
    if (!app) throw new Error("The app is not installed yet");
    return { shop: settings.shop, hooks: app.hooks };
  };
  const send = async (webhook: Webhook, deed: Deed) => {
    const at = new Date();
    const answer = await sendWebhook(webhook);
    const who = (deed.kind === "order" ? deed.order : deed.review).shopper.name;
    sent = [{ id: (sent[0]?.id ?? 0) + 1, deedId: deed.id, at, who, webhook, answer }, ...sent].slice(0, KEPT);
    onChange();
  };
  const begin = async ({ deed, webhooks }: NewDeed) => {
    deeds = [deed, ...deeds].slice(0, KEPT);
    for (const webhook of webhooks) await send(webhook, deed);
    return deed;
  };

  return {
    open(known) {
      app = known;
      onChange();
    },
    order: (request) => begin(newOrder(destination(), request, orderNumber++, new Date())),
    async review(request) {
      const holdSeconds = (await app?.holdSeconds()) ?? null;
      return begin(newReview(destination(), request, holdSeconds, new Date()));
    },
    async act(deedId, action) {
      const before = deeds.find(({ id }) => id === deedId);
      const next = before && nextWebhook(destination(), before, action, new Date());
      if (!next) return null;
      const after: Deed = { ...next.deed, last: next.webhook };
      deeds = deeds.map((deed) => (deed.id === deedId ? after : deed));
      await send(next.webhook, after);
      return after;
    },
    state: () => ({
      ready: app !== null,
      deeds: deeds.map(viewDeed),
      sent: sent.map(viewSent),
    }),
  };
}
