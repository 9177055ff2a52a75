import type { RequestHandler, Response } from "express";
import type { InboxOutcome } from "./inbox-writer";
import type { ReadBody } from "./read-body";

/** Seconds a sender is asked to wait when the store did not take its delivery. */
const RETRY_AFTER = "30";

/** Answers with a status and a small JSON body. */
export function answer(response: Response, status: number, body: object): void {
  response.set("Cache-Control", "no-store").status(status).json(body);
}

/** Answers a request whose body could not be read, and closes the connection: the rest of the body is not wanted. */
export function answerUnreadBody(response: Response, { outcome }: Exclude<ReadBody, { outcome: "read" }>): void {
  if (outcome === "aborted") return;
  response.set("Connection", "close");
  if (outcome === "too_large") answer(response, 413, { error: "the body is too large" });
  else answer(response, 408, { error: "the body took too long" });
}

/** Answers after the inbox: 2xx once the row is committed, 5xx so that the sender tries again if it is not. */
export function answerWritten(
  response: Response,
  { outcome }: InboxOutcome,
  statuses: { accepted: number; unknownShop: number },
): void {
  if (outcome === "accepted" || outcome === "duplicate") answer(response, statuses.accepted, { status: outcome });
  else if (outcome === "unknown_shop") answer(response, statuses.unknownShop, { status: "ignored" });
  else answerNotStored(response);
}

/** Answers that nothing was stored and the sender should try again. */
export function answerNotStored(response: Response): void {
  response.set("Retry-After", RETRY_AFTER);
  answer(response, 503, { error: "not stored, try again" });
}

/** Answers 405 with the methods there are. */
export function methodNotAllowed(allow: string): RequestHandler {
  return (_request, response) => {
    response.set("Allow", allow);
    answer(response, 405, { error: "method not allowed" });
  };
}
