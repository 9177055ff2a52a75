import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "./logger";

const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
const UNREADABLE = "This request cannot be read.";

/**
 * Answers 405 to methods no page has: some, like TRACE, could not even be handed on as a `Request`. Answers 400 to `?_data`,
 * which Remix's browsers have stopped asking with, and which Remix would log as a failure.
 */
export const refuseOddRequests: RequestHandler = (request, response, next) => {
  if (!METHODS.includes(request.method)) {
    response.set("Allow", METHODS.join(", ")).status(405).type("text").send("Method not allowed.");
  } else if (request.query._data !== undefined) response.status(400).type("text").send(UNREADABLE);
  else next();
};

/** The last resort for what no door has answered: 4xx where the request is at fault, else 500 and a line in the log. */
export function answerFailure(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = faultOfRequest(error);
    if (status === null) logger.error({ err: error, method: request.method, path: request.path }, "request failed");
    if (response.headersSent) return next(error);
    const text = status === null ? "Something went wrong on our side. Please try again." : UNREADABLE;
    response
      .status(status ?? 500)
      .type("text")
      .send(text);
  };
}

/** The status for a request that could not be read; null where the fault is ours. */
function faultOfRequest(error: unknown): number | null {
  if (typeof error !== "object" || error === null) return null;
  // A Host header that makes no address. What pages throw themselves is answered before it comes here.
  if ("code" in error && error.code === "ERR_INVALID_URL") return 400;
  const status = "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : null;
}
