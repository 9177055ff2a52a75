import type { IncomingMessage, ServerResponse } from "node:http";
import type { InboxOutcome } from "./inbox-writer";
import type { ReadBody } from "./read-body";

/** Seconds a sender is asked to wait when the store did not take its delivery. */
const RETRY_AFTER = "30";
const JSON_TYPE = "application/json; charset=utf-8";

/** An answer written out once, to be sent any number of times. */
interface Answer {
  status: number;
  /** Names and values by turns, as `writeHead` takes them without looking at each. */
  headers: string[];
  body: string;
}

const STORED = {
  accepted: prepare(200, { status: "accepted" }),
  duplicate: prepare(200, { status: "duplicate" }),
  ignored: prepare(200, { status: "ignored" }),
};

/** Answers with a status and a small JSON body. What the sender is still sending of its own body is not waited for. */
export function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  const leave = isStillSending(response.req) && { Connection: "close" };
  send(response, prepare(status, body, { ...headers, ...leave }));
}

/** Answers with a text of another type that may be cached. */
export function answerText(response: ServerResponse, text: string, headers: Record<string, string>): void {
  send(response, { status: 200, headers: headersOf(text, headers), body: text });
}

/** Answers a request whose body could not be read, and closes the connection: the rest of the body is not wanted. */
export function answerUnreadBody(response: ServerResponse, { outcome }: Exclude<ReadBody, { outcome: "read" }>): void {
  if (outcome === "too_large") answer(response, 413, { error: "the body is too large" });
  else if (outcome === "too_slow") answer(response, 408, { error: "the body took too long" });
  else if (outcome === "busy") answerNotStored(response);
}

/** Answers after the inbox: 2xx once the row is committed, 5xx so that the sender tries again if it is not. */
export function answerWritten(
  response: ServerResponse,
  { outcome }: InboxOutcome,
  statuses: { accepted: number; unknownShop: number },
): void {
  if (outcome === "accepted" || outcome === "duplicate") send(response, withStatus(STORED[outcome], statuses.accepted));
  else if (outcome === "unknown_shop") send(response, withStatus(STORED.ignored, statuses.unknownShop));
  else answerNotStored(response);
}

/** Answers that nothing was stored and the sender should try again. */
export function answerNotStored(response: ServerResponse): void {
  answer(response, 503, { error: "not stored, try again" }, { "Retry-After": RETRY_AFTER });
}

function prepare(status: number, body: object, headers: Record<string, string> = {}): Answer {
  const text = JSON.stringify(body);
  return {
    status,
    headers: headersOf(text, { "Content-Type": JSON_TYPE, "Cache-Control": "no-store", ...headers }),
    body: text,
  };
}

function headersOf(text: string, headers: Record<string, string>): string[] {
  const all = { "X-Content-Type-Options": "nosniff", ...headers, "Content-Length": String(Buffer.byteLength(text)) };
  return Object.entries(all).flat();
}

function withStatus(prepared: Answer, status: number): Answer {
  return prepared.status === status ? prepared : { ...prepared, status };
}

/** The sender may have gone meanwhile, or have been answered already; then there is nobody to answer. */
function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headers).end(body);
}

function isStillSending({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0);
}
