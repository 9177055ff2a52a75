import type { IncomingMessage } from "node:http";

/** A request's header by its lower-case name. One that came more than once is joined by commas. */
export function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
