import { neutralEvent } from "./neutral-event";
import { readJson } from "./sources/read-json";

/** What is wrong with one field; `field` is a path such as "actor.email", empty for the body as a whole. */
export interface FieldError {
  field: string;
  message: string;
}

/** An answer must not be larger than the body it is about. */
const MOST_ERRORS = 20;

/** Checks a body against the contract of the events API; `more` counts the faults beyond those in `errors`. */
export function checkNeutralEvent(
  body: Uint8Array,
): { outcome: "valid" } | { outcome: "invalid"; errors: FieldError[]; more: number } {
  const read = readJson(body);
  if (read.outcome === "unreadable")
    return { outcome: "invalid", errors: [{ field: "", message: "must be JSON in UTF-8" }], more: 0 };
  const parsed = neutralEvent.safeParse(read.json);
  if (parsed.success) return { outcome: "valid" };
  const { issues } = parsed.error;
  return {
    outcome: "invalid",
    errors: issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({ field: path.join("."), message })),
    more: Math.max(0, issues.length - MOST_ERRORS),
  };
}
