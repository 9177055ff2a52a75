import { type LoggerOptions, type Logger as PinoLogger, pino, stdSerializers } from "pino";
import { redactAddresses } from "./redact-addresses";

/** Structured log on standard output. Nothing personal or secret goes in: ids, counts and labels only. */
export type Logger = PinoLogger;

/** The net under the rule: fields of these names never reach the log, at any of the depths pino can name. */
const NEVER_LOGGED = [
  "email",
  "name",
  "recipient",
  "replyTo",
  "subject",
  "html",
  "text",
  "body",
  "accessToken",
  "refreshToken",
  "secret",
  "token",
  "authorization",
  "cookie",
];

/** Makes the process's logger. */
export function createLogger(env: { LOG_LEVEL: string }): Logger {
  return pino(loggerOptions(env));
}

/** How the log is written: times in ISO 8601, nothing of `NEVER_LOGGED`, errors without addresses. */
export function loggerOptions(env: { LOG_LEVEL: string }): LoggerOptions {
  return {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeThrown },
    redact: { paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "[removed]" },
  };
}

/** A database's or provider's message may quote what it was given. Anything can be thrown, and none of it may stop the log. */
function describeThrown(thrown: unknown) {
  if (!(thrown instanceof Error)) return { type: typeof thrown, ...statusOf(thrown) };
  // The serializer leaves a mark on what it reads.
  const { type, message, stack } = stdSerializers.err(Object.isExtensible(thrown) ? thrown : new Error(thrown.message));
  return { type, message: redactAddresses(String(message)), stack: redactAddresses(String(stack)) };
}

/** A response's status. Its body may hold anything. */
function statusOf(thrown: unknown): { status?: number } {
  const isResponse = typeof thrown === "object" && thrown !== null && "status" in thrown;
  return isResponse && typeof thrown.status === "number" ? { status: thrown.status } : {};
}
