import { isId } from "~/platform/ids";

/** A place in the order of sent codes: newest first, and by id where they share a moment. */
export interface Cursor {
  id: string;
  at: Date;
}

/** Where a page begins: right after, or right before, the row a cursor names. */
export interface PageAsked {
  after?: string | null;
  before?: string | null;
}

/** A page's place, read. */
export interface PlaceAsked {
  cursor: Cursor | null;
  /** Whether the page ends at the cursor instead of beginning there. */
  backwards: boolean;
}

/** One page of rows, newest first. A cursor is opaque to callers; null: there is no such page. */
export interface PageOf<Row> {
  rows: Row[];
  older: string | null;
  newer: string | null;
  /** Looking for rows ended before the page was full: the next page looks further. */
  isCut: boolean;
}

/** Reads where a page begins. A cursor nobody was given is taken for none. */
export function readPlace({ after, before }: PageAsked): PlaceAsked {
  const [later, earlier] = [readCursor(after), readCursor(before)];
  return later ? { cursor: later, backwards: false } : { cursor: earlier, backwards: earlier !== null };
}

/** Cuts a page out of rows found from its place on, one more than it holds where there are more; `cutAt` as in `walkRewards`. */
export function cutPage<Row extends Cursor>(
  { found, cutAt }: { found: Row[]; cutAt: Cursor | null },
  { cursor, backwards }: PlaceAsked,
  size: number,
): PageOf<Row> {
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const beyond = found.length > size ? (backwards ? rows[0] : rows.at(-1)) : cutAt;
  const behind = cursor && ((backwards ? rows.at(-1) : rows[0]) ?? cursor);
  const [older, newer] = backwards ? [behind, beyond] : [beyond, behind];
  return { rows, older: writeCursor(older), newer: writeCursor(newer), isCut: found.length <= size && cutAt !== null };
}

/** Orders rows and leaves out those before the page's place, as an index would be walked. */
export function fromPlace<Row extends Cursor>(rows: Row[], { cursor, backwards }: PlaceAsked): Row[] {
  const direction = backwards ? -1 : 1;
  const beyond = cursor ? rows.filter((row) => compare(row, cursor) * direction > 0) : [...rows];
  return beyond.sort((one, other) => compare(one, other) * direction);
}

/** Below 0 where the first comes first. Ids compare as PostgreSQL does: all are written in lower case. */
function compare(one: Cursor, other: Cursor): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function writeCursor(place: Cursor | null | undefined): string | null {
  return place ? `${place.at.getTime()}_${place.id}` : null;
}

function readCursor(text: string | null | undefined): Cursor | null {
  const [time = "", id = ""] = text?.split("_") ?? [];
  const at = new Date(Number(time));
  return /^\d{1,13}$/.test(time) && isId(id) && !Number.isNaN(at.getTime()) ? { at, id: id.toLowerCase() } : null;
}
