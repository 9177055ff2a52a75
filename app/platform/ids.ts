import { v7, validate } from "uuid";

/** A new row id: a version 7 UUID (RFC 9562), so that rows made together lie together in the index. */
export function newId(): string {
  return v7();
}

/** Whether a text, from an address say, could be a row id at all. */
export function isId(text: string): boolean {
  return validate(text);
}
