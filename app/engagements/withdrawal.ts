import type { EngagementAlias } from "~/platform/generated/client";

/**
 * When a fact was withdrawn, or null while it stands.
 * Each source speaks for what it reported itself: the fact falls when some source has deleted everything it ever called
 * by this fact. A second source's alias of the same review does not keep a deleted review alive, and a new review under
 * a new id of the same source does bring the fact back.
 */
export function withdrawnAt(aliases: EngagementAlias[]): Date | null {
  const bySource = Map.groupBy(aliases, (alias) => alias.aliasKey.split(":")[0]);
  for (const own of bySource.values()) {
    const times = own.map((alias) => alias.deletedAt);
    if (times.every((time) => time !== null)) return times.reduce((a, b) => (b > a ? b : a));
  }
  return null;
}
