import type { ActivityFilter } from "~/insights/activity-filter";

/** Where a page of the list is: from its beginning, or after or before a cursor. */
export function activityAddress(
  { view, reason }: ActivityFilter,
  page: { after?: string | null; before?: string | null } = {},
): string {
  const search = new URLSearchParams({ show: view });
  if (reason) search.set("why", reason);
  if (page.after) search.set("after", page.after);
  if (page.before) search.set("before", page.before);
  return `/app/activity?${search}`;
}
