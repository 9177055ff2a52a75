import { type Logger as PinoLogger, pino } from "pino";

/** Structured log on standard output. Nothing personal or secret goes in: ids, counts and labels only. */
export type Logger = PinoLogger;

/** The net under the rule: fields of these names never reach the log, at any of the depths pino can name. */
const NEVER_LOGGED = ["email", "name", "recipient", "subject", "html", "text", "body", "accessToken", "refreshToken", "secret", "token", "authorization", "cookie"];

/** Makes the process's logger. */
export function createLogger(env: { LOG_LEVEL: string }): Logger {
  return pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "[removed]" },
  });
}
