/** The place of a row in a list that is newest first: its moment, and what tells rows of one moment apart. */
export interface Place {
  at: Date;
  id: string;
}

/** Where a page begins: right after (`older`), or right before (`newer`), the row a cursor names; null: at the newest. */
export interface PageStart {
  direction: "older" | "newer";
  place: Place | null;
}

/** A place as it stands in a page's address. Opaque to who reads it. */
export function cursorOf({ at, id }: Place): string {
  return `${at.getTime()}_${id}`;
}

/**
 * Reads `after` and `before` of a page's address. A cursor nobody was given is taken for none: `isId` says whether the id
 * could be one of the list's.
 */
export function readPageStart(search: URLSearchParams, isId: (text: string) => boolean): PageStart {
  const after = readCursor(search.get("after"), isId);
  if (after) return { direction: "older", place: after };
  const before = readCursor(search.get("before"), isId);
  return before ? { direction: "newer", place: before } : { direction: "older", place: null };
}

function readCursor(text: string | null, isId: (text: string) => boolean): Place | null {
  const [time = "", id = ""] = text?.split("_") ?? [];
  const at = new Date(Number(time));
  return /^\d{1,15}$/.test(time) && isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}

/** Rows of one page, newest first, out of those read in the page's direction. */
export interface Cut<Row> {
  rows: Row[];
  /** Cursors of the pages before and after; null where there is none. */
  newer: string | null;
  older: string | null;
}

/**
 * Cuts one page out of what was read from `start` on in its direction, at least one row more than fits where there is one.
 * `further` is the place where reading stopped for another reason than the end of the list.
 */
export function cutPage<Row>(
  found: Row[],
  {
    start,
    size,
    placeOf,
    further = null,
  }: { start: PageStart; size: number; placeOf: (row: Row) => Place; further?: Place | null },
): Cut<Row> {
  const page = found.slice(0, size);
  const [first, last] = [page[0], page.at(-1)];
  const ahead = found.length > size && last ? placeOf(last) : further;
  const onward = ahead ? cursorOf(ahead) : null;
  const back = start.place ? cursorOf(first ? placeOf(first) : justBefore(start.place, start.direction)) : null;
  return start.direction === "older"
    ? { rows: page, newer: back, older: onward }
    : { rows: page.reverse(), newer: onward, older: back };
}

/** From an empty page the way back begins with the row it began beyond. Moments are whole milliseconds, in the database too. */
function justBefore({ at, id }: Place, direction: PageStart["direction"]): Place {
  return { at: new Date(at.getTime() + (direction === "older" ? -1 : 1)), id };
}
