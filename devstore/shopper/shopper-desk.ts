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

/** Where shoppers do things: every deed becomes one or more signed webhooks to the app. */
export interface ShopperDesk {
  /** Tells the desk where to send; until then every deed throws. */
  open(hooks: Hooks): void;
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
  let hooks: Hooks | null = null;
  let orderNumber = FIRST_ORDER_NUMBER;

  const destination = (): Destination => {
    if (!hooks) throw new Error("The app is not installed yet");
    return { shop: settings.shop, hooks };
  };
  const send = async (webhook: Webhook, deed: Deed) => {
    const at = new Date();
    const answer = await sendWebhook(webhook);
    const who = (deed.kind === "order" ? deed.order : deed.review).shopper.name;
    sent = [{ id: (sent[0]?.id ?? 0) + 1, at, who, webhook, answer }, ...sent].slice(0, KEPT);
    onChange();
  };
  const begin = async ({ deed, webhooks }: NewDeed) => {
    deeds = [deed, ...deeds].slice(0, KEPT);
    for (const webhook of webhooks) await send(webhook, deed);
    return deed;
  };

  return {
    open(known) {
      hooks = known;
      onChange();
    },
    order: (request) => begin(newOrder(destination(), request, orderNumber++, new Date())),
    review: (request) => begin(newReview(destination(), request, new Date())),
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
      ready: hooks !== null,
      holdSeconds: settings.holdSeconds,
      deeds: deeds.map((deed) => viewDeed(deed, settings.holdSeconds)),
      sent: sent.map(viewSent),
    }),
  };
}
