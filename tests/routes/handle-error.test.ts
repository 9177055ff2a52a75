import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { pino } from "pino";
import { expect, it } from "vitest";
import { handleError } from "~/entry.server";
import { loggerOptions } from "~/platform/logger";

/** What the log says after a page threw something. */
function loggedAfter(thrown: unknown): string {
  const lines: string[] = [];
  const logger = pino(loggerOptions({ LOG_LEVEL: "info" }), { write: (line: string) => lines.push(line) });
  const context = { app: { logger } } as unknown as AppLoadContext;
  const request = new Request("http://localhost:3000/nowhere?id_token=secret");
  handleError(thrown, { request, context, params: {} } as LoaderFunctionArgs);
  return lines.join();
}

it("an address there is no page for is no failure", () => {
  const notFound = { status: 404, statusText: "Not Found", internal: true, data: "No route matches URL" };
  expect(loggedAfter(notFound)).toBe("");
});

it("a page that fails is logged with its path and without its query, whatever it threw", () => {
  for (const thrown of [new Error("broken"), { status: 500, statusText: "", internal: false, data: null }, "text"]) {
    const logged = loggedAfter(thrown);
    expect(logged).toContain('"path":"/nowhere"');
    expect(logged).not.toContain("secret");
  }
});
