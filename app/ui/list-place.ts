/** Lists whose pages lead back to them, by the address of the whole list. */
export type ListAddress = "/app/coupons" | "/app/sent" | "/app/activity";

const LISTS: ListAddress[] = ["/app/coupons", "/app/sent", "/app/activity"];

/** What of an address says what is shown of a list; Shopify's admin adds more when it loads the app. */
const SHOWN = new Set([
  ...["q", "match", "state", "trigger", "codes", "sort", "from", "until"],
  ...["show", "why", "after", "before"],
]);

/** A list as it is looked at: which one, and the address of what is shown of it. */
export interface ListPlace {
  list: ListAddress;
  address: string;
}

/** The list that a page's address shows, with its filters and page; null where it is none. */
export function readListPlace(pathname: string, search: string): ListPlace | null {
  const list = /^\/app\/coupons\/[^/]+\/sent$/.test(pathname)
    ? "/app/sent"
    : LISTS.find((address) => address === pathname);
  if (!list) return null;
  const shown = [...new URLSearchParams(search)].filter(([name]) => SHOWN.has(name));
  const query = new URLSearchParams(shown).toString();
  return { list, address: query ? `${pathname}?${query}` : pathname };
}
