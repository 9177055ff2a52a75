import type { EngagementEvent } from "./engagement-event";

/** What begins the row of a further key of a fact: no source is called so. */
const KEY_ROW = "key:";

/** What a source calls a fact, as one string. */
export function aliasKeyOf(source: string, subject: string, externalId: string): string {
  return `${source}:${subject}:${externalId}`;
}

/** What the source of an event calls the fact it speaks of. */
export function ownAliasKey({ source, subject, externalId }: EngagementEvent): string {
  return aliasKeyOf(source, subject, externalId);
}

/** What the source of a photo or share calls the review it belongs to; null where it names none. */
export function parentAliasKey({ source, parentExternalId }: EngagementEvent): string | null {
  return parentExternalId ? aliasKeyOf(source, "review", parentExternalId) : null;
}

/** The one name under which all views of a known shopper are kept: who looks every day must not leave a row for each. */
export function viewsAliasKey(source: string, shopperId: string): string {
  return aliasKeyOf(source, "profile_view", `of:${shopperId}`);
}

/** The subject an alias is a name of; null for the row of a further key, which tells no state. */
export function subjectOf(aliasKey: string): string | null {
  return aliasKey.startsWith(KEY_ROW) ? null : (aliasKey.split(":", 2)[1] ?? null);
}

/** The alias key under which a further key of a fact is kept. */
export function keyRowOf(factKey: string): string {
  return KEY_ROW + factKey;
}

/** The fact key such a row stands for; null for names. */
export function factKeyOfRow(aliasKey: string): string | null {
  return aliasKey.startsWith(KEY_ROW) ? aliasKey.slice(KEY_ROW.length) : null;
}
