import type { Engagement, Publication, Verification } from "~/platform/generated/client";
import type { EngagementEvent } from "./engagement-event";
import type { ResolvedShopper } from "./resolve-shopper";

/**
 * The fact after a state that is not older than the alias it came by; a state older than the fact changes nothing.
 * What an event does not say stays as it was. Two states of the same moment (sources count in seconds) are joined in
 * the shopper's favour, so that their order does not matter.
 */
export function newerState(fact: Engagement, event: EngagementEvent, who: ResolvedShopper): Engagement {
  const flags = { isTest: fact.isTest || event.isTest, isImported: fact.isImported || event.isImported };
  const person = fact.shopperId ? {} : { shopperId: who.shopperId, recipientId: who.recipientId };
  if (event.action === "deleted" || event.stateAt < fact.stateAt) return { ...fact, ...flags, ...person };
  const sameMoment = event.stateAt.getTime() === fact.stateAt.getTime();
  return {
    ...fact,
    ...flags,
    ...person,
    recipientId: who.recipientId ?? fact.recipientId,
    rating: event.rating ?? fact.rating,
    mediaCount: sameMoment ? Math.max(fact.mediaCount, event.mediaCount) : event.mediaCount,
    verification: preferred(VERIFICATIONS, fact.verification, event.verification, sameMoment),
    publication: preferred(PUBLICATIONS, fact.publication, event.publication, sameMoment),
    acceptsMarketing: event.acceptsMarketing ?? fact.acceptsMarketing,
    productTitle: event.product.title ?? fact.productTitle,
    orderName: event.orderName ?? fact.orderName,
    stateAt: event.stateAt,
  };
}

/** In the shopper's favour, most favourable first. */
const VERIFICATIONS: Verification[] = ["buyer", "reviewer", "no", "unknown"];
const PUBLICATIONS: Publication[] = ["published", "pending", "rejected", "unknown"];

function preferred<T extends Verification | Publication>(order: T[], known: T, said: T, sameMoment: boolean): T {
  if (said === "unknown") return known;
  if (!sameMoment || known === "unknown") return said;
  return order.indexOf(known) < order.indexOf(said) ? known : said;
}
