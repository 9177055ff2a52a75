import {
  isFieldName,
  isHarmlessField,
  isHarmlessText,
  isIdField,
  isPersonField,
  isSuspicious,
  isThingId,
  MASK,
} from "./harmless-fields";

/** Where a value stands: the field it belongs to, through lists, and whether that is about a person. */
interface Place {
  field: string;
  inPerson: boolean;
  depth: number;
}

/** Fields whose "title" is a product's. A review's title is its writer's own words. */
const OF_A_PRODUCT = new Set(["product", "line_items"]);

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** Deeper than any source nests; below, only that there is something is shown. */
const DEEPEST = 30;
/** Shorter than this a personal value is too common to be looked for in other fields' text. */
const SHORTEST = 3;
/** With more personal values than this no text is shown at all, since looking for each in each would take too long. */
const MOST_LOOKED_FOR = 500;
/** Texts that are searched for personal values; more of them do not fit into what is shown of a body. */
const MOST_LOOKED_IN = 5000;

/** What stands in fields about people, in lower case, and how many more texts may be searched for it. */
interface Personal {
  values: Set<string>;
  searchesLeft: number;
}

/**
 * A parsed body as text, with everything masked that is not known to be harmless. Yes and no, nothing (null, empty) and the
 * shape stay, and so do moments, ids of things, small numbers, and the text of fields known to be harmless, unless what
 * a person's field holds occurs in it.
 */
export function maskJson(value: unknown): string {
  const personal: Personal = { values: new Set(), searchesLeft: MOST_LOOKED_IN };
  collect(value, { field: "", inPerson: false, depth: 0 }, personal.values);
  const masked = mask(value, { field: "", inPerson: false, depth: 0 }, personal);
  // Marks that turn the direction of text could make a value look like another one.
  return JSON.stringify(masked, null, 2).replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}

function mask(value: unknown, place: Place, personal: Personal): Json {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return maskString(value, place, personal);
  if (typeof value === "number") return isHarmlessNumber(value, place) ? value : MASK;
  if (typeof value !== "object" || place.depth >= DEEPEST) return MASK;
  if (Array.isArray(value)) return value.map((item) => mask(item, { ...place, depth: place.depth + 1 }, personal));
  return Object.fromEntries(
    Object.entries(value).map(([field, item], index) => [
      isShownField(field, personal) ? field : [MASK, index + 1].join(" "),
      mask(item, inside(place, field), personal),
    ]),
  );
}

function inside({ field: parent, inPerson, depth }: Place, own: string): Place {
  const field = own === "title" && OF_A_PRODUCT.has(parent) ? "product_title" : own;
  return { field, inPerson: inPerson || isPersonField(field), depth: depth + 1 };
}

function maskString(text: string, { field, inPerson }: Place, personal: Personal): string {
  if (text === "") return text;
  if (inPerson) return MASK;
  if (isHarmlessText(text)) return text;
  const mayShow = isIdField(field) ? isThingId(text) : isHarmlessField(field) && !isSuspicious(text);
  return mayShow && !holdsAny(text, personal) ? text : MASK;
}

function isHarmlessNumber(value: number, place: Place): boolean {
  if (place.inPerson) return false;
  return isIdField(place.field) || isHarmlessField(place.field) || (Number.isInteger(value) && Math.abs(value) < 1000);
}

function isShownField(field: string, personal: Personal): boolean {
  return isFieldName(field) && !personal.values.has(field.toLowerCase());
}

function holdsAny(text: string, personal: Personal): boolean {
  if (personal.values.size > MOST_LOOKED_FOR || personal.searchesLeft <= 0) return true;
  personal.searchesLeft -= 1;
  const lower = text.toLowerCase();
  for (const value of personal.values) if (lower.includes(value)) return true;
  return false;
}

/** Gathers what stands in fields about people, in lower case, whole and word by word. */
function collect(value: unknown, place: Place, personal: Set<string>): void {
  if (typeof value === "object" && value !== null && place.depth < DEEPEST) {
    const entries = Array.isArray(value) ? value.map((item) => [null, item] as const) : Object.entries(value);
    for (const [field, item] of entries) {
      collect(item, field === null ? { ...place, depth: place.depth + 1 } : inside(place, field), personal);
    }
    return;
  }
  if (!place.inPerson || (typeof value !== "string" && typeof value !== "number")) return;
  const text = String(value).toLowerCase().trim();
  for (const word of [text, ...text.split(/[\s@]+/)]) if (word.length >= SHORTEST) personal.add(word);
}
