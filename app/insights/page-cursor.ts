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

/** `after` and `before` of a page's address: where it begins, or ends. */
export interface PageAsked {
  after?: string | null;
  before?: string | null;
}

/** A place as it stands in a page's address. Opaque to who reads it. */
function cursorOf({ at, id }: Place): string {
  return `${at.getTime()}_${id}`;
}

/** Reads where a page begins. A cursor nobody was given is taken for none: `isId` says whether the id could be one of the list's. */
export function readPageStart(asked: PageAsked, isId: (text: string) => boolean): PageStart {
  const after = readCursor(asked.after, isId);
  if (after) return { direction: "older", place: after };
  const before = readCursor(asked.before, isId);
  return before ? { direction: "newer", place: before } : { direction: "older", place: null };
}

function readCursor(text: string | null | undefined, isId: (text: string) => boolean): Place | null {
  const [time = "", id = ""] = text?.split("_") ?? [];
  const at = new Date(Number(time));
  return /^\d{1,13}$/.test(time) && isId(id) ? { at, id: id.toLowerCase() } : null;
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

/** Rows in the order of a page's direction, from where it begins, as an index would be walked. */
export function fromStart<Row extends Place>(rows: Row[], { place, direction }: PageStart): Row[] {
  const sign = direction === "older" ? 1 : -1;
  const beyond = place ? rows.filter((row) => compare(row, place) * sign > 0) : [...rows];
  return beyond.sort((one, other) => compare(one, other) * sign);
}

/** Below 0 where the first comes first. Ids compare as PostgreSQL does: all are written in lower case. */
function compare(one: Place, other: Place): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
