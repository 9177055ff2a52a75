import { neutralEvent } from "./neutral-event";
import { readJson } from "./sources/read-json";

/** What is wrong with one field; `field` is a path such as "actor.email", empty for the body as a whole. */
export interface FieldError {
  field: string;
  message: string;
}

/** Checks a body against the contract of the events API. */
export function checkNeutralEvent(
  body: Uint8Array,
): { outcome: "valid" } | { outcome: "invalid"; errors: FieldError[] } {
  const read = readJson(body);
  if (read.outcome === "unreadable")
    return { outcome: "invalid", errors: [{ field: "", message: "must be JSON in UTF-8" }] };
  const parsed = neutralEvent.safeParse(read.json);
  if (parsed.success) return { outcome: "valid" };
  return {
    outcome: "invalid",
    errors: parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
  };
}
