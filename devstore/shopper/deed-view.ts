import type { Deed, DeedAction, DeedView, SentView, SentWebhook } from "./deed";

/** A deed in words, with what can still be done about it. */
export function viewDeed(deed: Deed): DeedView {
  const { shopper, product } = deed.kind === "order" ? deed.order : deed.review;
  const isReview = deed.kind === "review";
  const what = isReview
    ? `${"★".repeat(deed.review.rating)} review of ${product.title}${deed.review.hasPhoto ? ", with a photo" : ""}`
    : `Order ${deed.order.name}: ${product.title}`;
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

function holdUntil(deed: Deed): string | null {
  if (deed.kind !== "review" || deed.ended || deed.review.hasPhoto || !deed.holdSeconds) return null;
  return new Date(deed.at.getTime() + deed.holdSeconds * 1000).toISOString();
}

function actionsOf(deed: Deed): DeedAction[] {
  if (deed.ended) return ["again"];
  if (deed.kind === "order") return ["again", "cancel"];
  const photo: DeedAction[] = deed.review.hasPhoto ? [] : ["photo"];
  return [...photo, "again", deed.review.source === "events" ? "delete" : "take-down"];
}
