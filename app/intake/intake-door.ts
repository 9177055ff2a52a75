import type { IncomingMessage, ServerResponse } from "node:http";
import type { Application } from "~/platform/application";
import { answer, answerNotStored } from "./answer";
import { createRouteFinder } from "./intake-routes";

/** Answers a request or hands it to `next`. It needs no more than Node's own request and response. */
export type Door = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The machines' door. It stands before everything else, on the bare request: it reads bodies raw, and a router in front of
 * it would double what a webhook costs this process (docs/decisions/018-the-machines-door.md).
 */
export function openIntakeDoor(application: Application): Door {
  const findRoute = createRouteFinder(application);
  const answerFailure = (error: unknown, response: ServerResponse) => {
    const { name, code } = error as { name?: string; code?: string };
    application.logger.error({ error: name, code }, "intake failed");
    answerNotStored(response);
  };
  return (request, response, next) => {
    const route = findRoute(pathOf(request));
    if (!route) return next();
    if (route.methods && !route.methods.includes(request.method ?? "")) {
      return answer(response, 405, { error: "method not allowed" }, { Allow: route.methods.join(", ") });
    }
    // What a handler throws is the store being away.
    route.handle(request, response).catch((error: unknown) => answerFailure(error, response));
  };
}

/** Without the query, and without scheme and host where a proxy named them (RFC 9112, 3.2.2). */
function pathOf({ url = "" }: IncomingMessage): string {
  const local = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?]*/i, "");
  const query = local.indexOf("?");
  return query === -1 ? local : local.slice(0, query);
}
