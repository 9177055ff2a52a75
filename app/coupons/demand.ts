import type { Engagement, EngagementKind, Trigger } from "~/platform/generated/client";

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
export type TriggerFacts = Pick<Engagement, "kind" | "mediaCount" | "attachedMediaCount" | "sharedAt"> & {
  /** Whether the photo came in time to count: at once, within the hold window, or while a promise can still change. */
  isMediaInTime: boolean;
};

/** What an engagement can lack for a trigger. */
export type Lack = "other_engagement" | "needs_photo" | "photo_too_late" | "needs_share";

/** Higher wins. */
export function demandOf(trigger: Trigger): number {
  return DEMAND[trigger];
}

/**
 * Whether an engagement that satisfies the trigger also satisfies one that asks less, and may have earned that one's coupon
 * before. `trigger` as a form has it; false for what is none.
 */
export function mayFollowSmaller(trigger: string): boolean {
  return Object.entries(DEMAND).some(([known, demand]) => known === trigger && demand > 1);
}

/** The kind of engagement that can satisfy the trigger: a photo or a share makes a review more, not something else. */
export function kindOf(trigger: Trigger): EngagementKind {
  return trigger === "photo_review" || trigger === "shared_review" ? "review" : trigger;
}

/** Whether the trigger is of the engagement's kind at all: a review can still become a photo review, never an order. */
export function canEverSatisfy(trigger: Trigger, facts: Pick<TriggerFacts, "kind">): boolean {
  return facts.kind === kindOf(trigger);
}

/** What the engagement lacks for the trigger, or null when it satisfies it. */
export function lacking(trigger: Trigger, facts: TriggerFacts): Lack | null {
  if (!canEverSatisfy(trigger, facts)) return "other_engagement";
  if (trigger === "photo_review" && facts.mediaCount + facts.attachedMediaCount === 0) return "needs_photo";
  if (trigger === "photo_review" && !facts.isMediaInTime) return "photo_too_late";
  if (trigger === "shared_review" && !facts.sharedAt) return "needs_share";
  return null;
}
