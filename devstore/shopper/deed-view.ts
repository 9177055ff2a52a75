import { demoShop } from "../demo-shop";
import type { Deed, DeedAction, DeedView, SentView, SentWebhook } from "./deed";
import type { Order } from "./order";
import { amountText, refundSize, totalOf } from "./order-money";

/** A deed in words, with what can still be done about it. */
export function viewDeed(deed: Deed): DeedView {
  const { shopper, product } = deed.kind === "order" ? deed.order : deed.review;
  const isReview = deed.kind === "review";
  const what = isReview
    ? `${"★".repeat(deed.review.rating)} review of ${product.title}${deed.review.hasPhoto ? ", with a photo" : ""}`
    : `Order ${deed.order.name}: ${product.title}${moneyWords(deed.order)}`;
  return {
    id: deed.id,
    kind: deed.kind,
    who: shopper.name,
    what,
    at: deed.at.toISOString(),
    ended: deed.ended,
    holdUntil: holdUntil(deed),
    actions: actionsOf(deed),
  };
}

/** A sent webhook as the panel shows it. */
export function viewSent({ id, deedId, at, who, webhook, answer }: SentWebhook): SentView {
  return { id, deedId, at: at.toISOString(), who, what: webhook.what, sender: webhook.sender, ...answer };
}

function moneyWords(order: Order): string {
  const money = (hundredths: number) => `${amountText(hundredths)} ${demoShop.currency}`;
  const coded = order.codes.length > 0 ? `, ${money(totalOf(order))} with ${order.codes.join(" and ")}` : "";
  return order.refunded > 0 ? `${coded}, ${money(order.refunded)} refunded` : coded;
}

function holdUntil(deed: Deed): string | null {
  if (deed.kind !== "review" || deed.ended || deed.review.hasPhoto || !deed.holdSeconds) return null;
  return new Date(deed.at.getTime() + deed.holdSeconds * 1000).toISOString();
}

function actionsOf(deed: Deed): DeedAction[] {
  if (deed.ended) return ["again"];
  if (deed.kind === "order") {
    const refunds: DeedAction[] = refundSize(deed.order, "rest") > 0 ? ["refund-part", "refund-rest"] : [];
    return ["again", ...refunds, "cancel"];
  }
  const photo: DeedAction[] = deed.review.hasPhoto ? [] : ["photo"];
  return [...photo, "again", deed.review.source === "events" ? "delete" : "take-down"];
}
