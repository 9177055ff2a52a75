import { v7 } from "uuid";

/** A new row id: a version 7 UUID (RFC 9562), so that rows made together lie together in the index. */
export function newId(): string {
  return v7();
}
