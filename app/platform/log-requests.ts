import type { RequestHandler } from "express";
import type { Logger } from "./logger";

/** Logs each answered request: method, path, status, milliseconds. The query stays out, for it holds session tokens. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.on("finish", () => {
      const ms = Math.round(performance.now() - start);
      logger.info({ method: request.method, path: request.path, status: response.statusCode, ms }, "request");
    });
    next();
  };
}
