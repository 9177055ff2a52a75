import { pino } from "pino";
import { expect, test } from "vitest";
import { loggerOptions } from "./logger";

/** What one line of the log says about something that was thrown. */
function loggedAbout(thrown: unknown) {
  const lines: string[] = [];
  const logger = pino(loggerOptions({ LOG_LEVEL: "info" }), { write: (line: string) => lines.push(line) });
  logger.error({ err: thrown }, "request failed");
  return JSON.parse(lines[0] ?? "{}").err;
}

test("an error is logged with its kind, its message and its stack, without addresses", () => {
  const error = new TypeError("no mailbox ada@example.com", { cause: new Error("550 <ada@example.com>") });
  const logged = loggedAbout(error);
  expect(logged).toMatchObject({ type: "TypeError", message: "no mailbox [address]: 550 <[address]>" });
  expect(logged.stack).toContain("logger.test.ts");
  expect(JSON.stringify(logged)).not.toContain("ada@");
});

test.each([
  ["what Remix throws for a page there is none of", { status: 404, statusText: "Not Found", data: "ada@example.com" }],
  ["a response", new Response("ada@example.com", { status: 410 })],
  ["text", "ada@example.com"],
  ["nothing", undefined],
  ["null", null],
  ["a thing without a kind", Object.create(null)],
  ["a message that is no text", { message: 5, stack: null }],
  ["a frozen error", Object.freeze(new Error("frozen"))],
])("%s thrown in place of an error does not stop the log", (_, thrown) => {
  expect(JSON.stringify(loggedAbout(thrown) ?? "")).not.toContain("ada@");
});
