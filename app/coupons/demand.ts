import type { Engagement, Trigger } from "~/platform/generated/client";

/** How much a trigger asks of the shopper, among those one engagement can satisfy. */
const DEMAND: Record<Trigger, number> = {
  shared_review: 3,
  photo_review: 2,
  review: 1,
  answer: 1,
  order: 1,
  profile_view: 1,
};

/** What about an engagement decides which triggers it satisfies. */
export type TriggerFacts = Pick<Engagement, "kind" | "mediaCount" | "attachedMediaCount" | "sharedAt">;

/** Higher wins. */
export function demandOf(trigger: Trigger): number {
  return DEMAND[trigger];
}

/** Whether the trigger is of the engagement's kind at all: a review can still become a photo review, never an order. */
export function canEverSatisfy(trigger: Trigger, facts: TriggerFacts): boolean {
  const wants = trigger === "photo_review" || trigger === "shared_review" ? "review" : trigger;
  return facts.kind === wants;
}

/** What the engagement lacks for the trigger, or null when it satisfies it. */
export function lacking(
  trigger: Trigger,
  facts: TriggerFacts,
): "other_engagement" | "needs_photo" | "needs_share" | null {
  if (!canEverSatisfy(trigger, facts)) return "other_engagement";
  if (trigger === "photo_review" && facts.mediaCount + facts.attachedMediaCount === 0) return "needs_photo";
  if (trigger === "shared_review" && !facts.sharedAt) return "needs_share";
  return null;
}
