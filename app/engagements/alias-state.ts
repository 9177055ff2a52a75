import type { EngagementAlias, Publication, Verification } from "~/platform/generated/client";
import type { EngagementEvent } from "./engagement-event";
import { PUBLICATIONS, VERIFICATIONS } from "./in-favour";

/** An alias as first heard of, with nothing told under it yet. */
export function newAlias(shopId: number, aliasKey: string, engagementId: string, receivedAt: Date): EngagementAlias {
  return {
    shopId,
    aliasKey,
    engagementId,
    sequence: null,
    stateAt: new Date(0),
    rating: null,
    mediaCount: 0,
    mediaSince: null,
    verification: "unknown",
    publication: "unknown",
    acceptsMarketing: null,
    isTest: false,
    isImported: false,
    recipientId: null,
    engagedAt: receivedAt,
    receivedAt,
    deletedAt: null,
  };
}

/** Whether the event is about a state from before the one its alias has. */
export function isOlder(event: EngagementEvent, alias: EngagementAlias): boolean {
  return compareAge(event, alias) < 0;
}

/**
 * What the alias tells after this event. What an event does not say stays as it was; an older state changes nothing but what
 * sticks: a tombstone, a test, an import. Two states of the same moment (sources count in seconds) are joined in the
 * shopper's favour, so that their order does not matter. A deletion says nothing about the state before it, which may still
 * be on its way.
 */
export function newerAlias(
  alias: EngagementAlias,
  event: EngagementEvent,
  recipientId: string | null,
  receivedAt: Date,
): EngagementAlias {
  const age = compareAge(event, alias);
  const tells = event.action !== "deleted" && age >= 0;
  return {
    ...alias,
    ...(tells ? state(alias, event, { isSameMoment: age === 0, receivedAt }) : {}),
    isTest: alias.isTest || event.isTest,
    isImported: alias.isImported || event.isImported,
    recipientId: (tells ? recipientId : null) ?? alias.recipientId ?? recipientId,
    engagedAt: engagedAt(alias, event, receivedAt),
    deletedAt: alias.deletedAt ?? (event.action === "deleted" ? event.stateAt : null),
  };
}

function compareAge(event: EngagementEvent, alias: EngagementAlias): number {
  if (event.sequence !== null && alias.sequence !== null) return Number(event.sequence - alias.sequence);
  return event.stateAt.getTime() - alias.stateAt.getTime();
}

function state(
  known: EngagementAlias,
  said: EngagementEvent,
  { isSameMoment, receivedAt }: { isSameMoment: boolean; receivedAt: Date },
): Partial<EngagementAlias> {
  const count = said.subject === "media" ? Math.max(1, said.mediaCount) : said.mediaCount;
  const mediaCount = isSameMoment ? Math.max(known.mediaCount, count) : count;
  return {
    sequence: said.sequence ?? known.sequence,
    stateAt: said.stateAt,
    rating: isSameMoment ? highest(known.rating, said.rating) : (said.rating ?? known.rating),
    mediaCount,
    mediaSince: known.mediaSince ?? (mediaCount > 0 ? receivedAt : null),
    verification: preferred(VERIFICATIONS, known.verification, said.verification, isSameMoment),
    publication: preferred(PUBLICATIONS, known.publication, said.publication, isSameMoment),
    acceptsMarketing: (isSameMoment && known.acceptsMarketing) || (said.acceptsMarketing ?? known.acceptsMarketing),
  };
}

/** Time moves towards the first word of it; of views, which share one alias, the last one counts. Never later than received. */
function engagedAt(alias: EngagementAlias, event: EngagementEvent, receivedAt: Date): Date {
  const said = earliest(event.engagedAt ?? receivedAt, receivedAt);
  const isSecondView = event.subject === "profile_view" && alias.stateAt.getTime() > 0;
  const [earlier, later] = said < alias.engagedAt ? [said, alias.engagedAt] : [alias.engagedAt, said];
  return isSecondView ? later : earlier;
}

/** What the source says now; of two words of the same moment, neither of them silent, the one in the shopper's favour. */
function preferred<T extends Verification | Publication>(
  order: readonly T[],
  known: T,
  said: T,
  isSameMoment: boolean,
): T {
  if (said === "unknown") return known;
  if (!isSameMoment || known === "unknown") return said;
  return order.indexOf(known) < order.indexOf(said) ? known : said;
}

function highest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function earliest(a: Date, b: Date): Date {
  return b < a ? b : a;
}
