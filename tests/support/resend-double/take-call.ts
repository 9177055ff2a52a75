import { setTimeout as pause } from "node:timers/promises";
import { type Answer, failure } from "./answer";
import type { DoubleLogLine, SentMail } from "./double-log";
import { drawFault } from "./draw-fault";
import { type KeyMemory, keyMemory } from "./key-memory";
import { type Outages, outageSchedule } from "./outages";
import { LARGEST_BATCH, type ReadMail, readMails } from "./read-mails";
import { seededChance } from "./seeded-chance";
import type { Fault, ResendDoubleSettings } from "./settings";
import { slidingSecond } from "./sliding-second";

/** A call as it came in. */
export interface Call {
  path: string;
  /** Whether an API key came with it. */
  authorized: boolean;
  key: string | null;
  permissive: boolean;
  bytes: Buffer;
}

/** What the caller gets: an answer, nothing ever, or a cut connection. */
export type Result = Answer | "silence" | "cut";

interface Double {
  settings: ResendDoubleSettings;
  log: (lines: DoubleLogLine[]) => void;
  chance: () => number;
  keys: KeyMemory;
  outages: Outages;
  /** Numbers the ids. */
  nextId: number;
}

/** The double without its HTTP: answers calls as Resend's documentation says, but for the faults it was told to have. */
export function resendDouble(settings: ResendDoubleSettings, log: (lines: DoubleLogLine[]) => void) {
  const limit = settings.callsPerSecond === null ? null : slidingSecond(settings.callsPerSecond);
  const double: Double = {
    settings,
    log,
    chance: seededChance(settings.seed),
    keys: keyMemory(settings.keyLifetimeMs),
    outages: outageSchedule(settings.outages),
    nextId: 1,
  };
  return async (call: Call): Promise<Result> => {
    const now = Date.now();
    if (double.outages.isAway(now)) return note(double, call, 0, "cut", "outage");
    const fault = drawFault(settings.faults, double.chance);
    const { least, most } = settings.latencyMs;
    const latency = least + double.chance() * (most - least);
    const allowance = limit?.(now);
    const headers: Record<string, string> = allowance
      ? {
          "ratelimit-limit": String(settings.callsPerSecond),
          "ratelimit-remaining": String(allowance.remaining),
          "ratelimit-reset": String(Math.ceil(allowance.freeInMs / 1000)),
        }
      : {};
    const result =
      allowance && !allowance.allowed
        ? note(double, call, 0, tooMany(Math.ceil(allowance.freeInMs / 1000)), null)
        : await judge(double, call, fault, latency);
    return typeof result === "string" ? result : { ...result, headers: { ...headers, ...result.headers } };
  };
}

async function judge(double: Double, call: Call, fault: Fault | null, latency: number): Promise<Result> {
  const mails = readMails(call.path, parse(call.bytes), double.settings.refusedDomain);
  const count = mails?.length ?? 0;
  if (fault === "silence") return note(double, call, count, "silence", fault);
  if (fault === "server-error")
    return note(double, call, count, failure(500, "internal_server_error", "A fault"), fault);
  if (fault === "too-many") return note(double, call, count, tooMany(double.settings.retryAfterSeconds), fault);
  const refusal = refuse(call, mails);
  if (refusal || !mails)
    return note(double, call, count, refusal ?? failure(422, "validation_error", "Unreadable"), null);

  const verdict = call.key === null ? null : double.keys.begin(call.key, call.bytes, Date.now());
  if (verdict?.outcome === "other_bytes")
    return note(
      double,
      call,
      count,
      failure(409, "invalid_idempotent_request", "The key was used for other bytes."),
      null,
    );
  if (verdict?.outcome === "in_flight")
    return note(double, call, count, failure(409, "concurrent_idempotent_requests", "The key is in use."), null);
  if (latency > 0) await pause(latency);
  if (verdict?.outcome === "repeated")
    return note(double, call, count, resultOf(verdict.answer, fault), fault, "repeated");
  const answer = send(double, call, mails);
  const lost = double.outages.begins(count, Date.now()) ? "outage" : fault;
  return note(double, call, count, resultOf(answer, lost), lost);
}

function resultOf(answer: Answer, fault: Fault | "outage" | null): Result {
  if (fault === "sent-then-silence") return "silence";
  return fault === "sent-then-cut" || fault === "outage" ? "cut" : answer;
}

function refuse(call: Call, mails: ReadMail[] | null): Answer | null {
  if (!call.authorized) return failure(401, "missing_api_key", "Missing API key in the authorization header.");
  if (call.path !== "/emails" && call.path !== "/emails/batch") return failure(404, "not_found", "No such endpoint.");
  if (!mails) return failure(422, "validation_error", `One email, or 1 to ${LARGEST_BATCH} in a batch.`);
  const invalid = mails.find((one) => one.outcome === "invalid");
  return invalid && !(call.permissive && call.path === "/emails/batch")
    ? failure(422, "validation_error", invalid.message)
    : null;
}

/** Sends the valid ones: they stand in the log when this returns, and the key knows its answer. */
function send(double: Double, call: Call, mails: ReadMail[]): Answer {
  const at = Date.now();
  const sent = mails.flatMap((one, index): SentMail[] => {
    if (one.outcome === "invalid") return [];
    const { text, ...mail } = one.mail;
    return [
      { kind: "mail", at, key: call.key, index, id: `re_${double.nextId++}`, ...mail, found: found(double, text) },
    ];
  });
  double.log(sent);
  const ids = sent.map(({ id }) => ({ id }));
  const errors = mails.flatMap((one, index) => (one.outcome === "invalid" ? [{ index, message: one.message }] : []));
  const [only] = ids;
  const body = call.path === "/emails" && only ? only : { data: ids, ...(call.permissive && { errors }) };
  const answer = { status: 200, body };
  if (call.key !== null) double.keys.settle(call.key, answer);
  return answer;
}

function found({ settings: { keepOfText } }: Double, text: string): string[] {
  return keepOfText === null ? [] : [...new Set(text.match(new RegExp(keepOfText, "g")) ?? [])];
}

function tooMany(seconds: number): Answer {
  return failure(429, "rate_limit_exceeded", "Too many requests.", { "retry-after": String(seconds) });
}

function note(
  { log }: Double,
  { key }: Call,
  mails: number,
  result: Result,
  fault: Fault | "outage" | null,
  repeated: "repeated" | null = null,
): Result {
  const answer = typeof result === "string" ? null : result;
  const name = answer && "name" in answer.body ? String(answer.body.name) : null;
  log([{ kind: "call", at: Date.now(), key, mails, status: answer?.status ?? null, why: repeated ?? name, fault }]);
  return result;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}
