import type { Engagement, EngagementAlias } from "~/platform/generated/client";
import { subjectOf } from "./alias-key";
import { PUBLICATIONS, VERIFICATIONS } from "./in-favour";

/**
 * The fact as its aliases tell it, in whatever order they came. Anybody can write a review under somebody's address, and it
 * becomes one more name of that person's fact: so names are joined in the shopper's favour, none takes away what another
 * one earned, and the fact falls only when all of them are deleted. Names taken down count only where there are no others.
 * An order is the same order whoever speaks of it: one word of its cancellation, or that it was a test, is enough.
 */
export function joinAliases(fact: Engagement, aliases: EngagementAlias[]): Engagement {
  const own = aliases.filter((alias) => subjectOf(alias.aliasKey) === fact.kind);
  if (own.length === 0) return fact;
  const standing = own.filter((alias) => !alias.deletedAt);
  const shown = standing.filter((alias) => alias.publication !== "rejected");
  const counted = [shown, standing].find((some) => some.length > 0) ?? own;
  const last = counted.reduce((a, b) => (b.engagedAt > a.engagedAt ? b : a));
  return {
    ...fact,
    ...flags(fact, own, counted),
    ...media(fact, aliases, counted),
    recipientId: firstNamed(counted) ?? firstNamed(own),
    rating: newestRating(counted),
    verification: best(
      VERIFICATIONS,
      counted.map((alias) => alias.verification),
    ),
    publication: best(
      PUBLICATIONS,
      counted.map((alias) => alias.publication),
    ),
    sharedAt: earliest(attached(aliases, "share").map((alias) => alias.engagedAt)),
    withdrawnAt: withdrawnAt(fact, own),
    engagedAt: last.engagedAt,
    receivedAt: last.receivedAt,
  };
}

function flags(fact: Engagement, own: EngagementAlias[], counted: EngagementAlias[]): Partial<Engagement> {
  const isOrder = fact.kind === "order";
  const consent = newest(counted.filter((alias) => alias.acceptsMarketing !== null));
  return {
    isTest: isOrder ? own.some((alias) => alias.isTest) : counted.every((alias) => alias.isTest),
    isImported: isOrder ? own.some((alias) => alias.isImported) : counted.every((alias) => alias.isImported),
    acceptsMarketing: consent.length > 0 ? consent.some((alias) => alias.acceptsMarketing) : null,
  };
}

/** Two sources of one review show the same photos; photos reported one by one are all different. */
function media(fact: Engagement, aliases: EngagementAlias[], counted: EngagementAlias[]): Partial<Engagement> {
  const own = fact.kind === "media" ? [] : counted.filter((alias) => alias.mediaCount > 0);
  const oneByOne = attached(aliases, "media");
  return {
    mediaCount: own.reduce((most, alias) => Math.max(most, alias.mediaCount), 0),
    attachedMediaCount: oneByOne.reduce((sum, alias) => sum + alias.mediaCount, 0),
    mediaSince: earliest([...own, ...oneByOne].map((alias) => alias.mediaSince).filter((time) => time !== null)),
  };
}

function withdrawnAt(fact: Engagement, own: EngagementAlias[]): Date | null {
  const times = own.map((alias) => alias.deletedAt).filter((time) => time !== null);
  const isWithdrawn = fact.kind === "order" ? times.length > 0 : times.length === own.length;
  return isWithdrawn ? latest(times) : null;
}

/** What was shared or added to the review and not deleted. */
function attached(aliases: EngagementAlias[], subject: "media" | "share"): EngagementAlias[] {
  return aliases.filter((alias) => subjectOf(alias.aliasKey) === subject && !alias.deletedAt);
}

/** The address of what was heard of first: a second review must not redirect the first one's reward. */
function firstNamed(aliases: EngagementAlias[]): string | null {
  const naming = aliases.filter((alias) => alias.recipientId !== null);
  if (naming.length === 0) return null;
  return naming.reduce((a, b) => (isFirst(b, a) ? b : a)).recipientId;
}

function isFirst(a: EngagementAlias, b: EngagementAlias): boolean {
  const gap = a.receivedAt.getTime() - b.receivedAt.getTime();
  return gap < 0 || (gap === 0 && a.aliasKey < b.aliasKey);
}

function newestRating(aliases: EngagementAlias[]): number | null {
  const ratings = newest(aliases.filter((alias) => alias.rating !== null)).map((alias) => alias.rating ?? 0);
  return ratings.length > 0 ? ratings.reduce((a, b) => Math.max(a, b)) : null;
}

function newest(aliases: EngagementAlias[]): EngagementAlias[] {
  const last = aliases.reduce((time, alias) => Math.max(time, alias.stateAt.getTime()), 0);
  return aliases.filter((alias) => alias.stateAt.getTime() === last);
}

function best<T>(order: readonly T[], said: T[]): T {
  return said.reduce((a, b) => (order.indexOf(b) < order.indexOf(a) ? b : a));
}

function earliest(times: Date[]): Date | null {
  return times.reduce<Date | null>((first, time) => (first === null || time < first ? time : first), null);
}

function latest(times: Date[]): Date | null {
  return times.reduce<Date | null>((last, time) => (last === null || time > last ? time : last), null);
}
