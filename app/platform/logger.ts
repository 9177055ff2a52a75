import { type Logger as PinoLogger, pino, stdSerializers } from "pino";

/** Structured log on standard output. Nothing personal or secret goes in: ids, counts and labels only. */
export type Logger = PinoLogger;

/** The net under the rule: fields of these names never reach the log, at any of the depths pino can name. */
const NEVER_LOGGED = [
  "email",
  "name",
  "recipient",
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
  return pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutAddresses },
    redact: { paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "[removed]" },
  });
}

/** A database's or provider's message may quote what it was given. */
function withoutAddresses(error: Error) {
  const serialized = stdSerializers.err(error);
  const clean = (text: string) => text.replace(/[^\s<>"'`(),;:]+@[^\s<>"'`(),;:]+/g, "[address]");
  return { type: serialized.type, message: clean(serialized.message), stack: clean(serialized.stack) };
}
