import type { RequestHandler } from "express";
import type { Logger } from "./logger";

/** What follows the source in a hook URL is a secret: whoever knows it can send to it. */
const HOOK_TOKEN = /^(\/hooks\/[^/]*\/).+/;

/**
 * Logs each request that is answered after this: method, path, status, milliseconds. The query stays out, for it holds
 * session tokens, and so do the tokens of hook URLs.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.on("finish", () => {
      const ms = Math.round(performance.now() - start);
      const path = request.path.replace(HOOK_TOKEN, "$1…");
      logger.info({ method: request.method, path, status: response.statusCode, ms }, "request");
    });
    next();
  };
}
