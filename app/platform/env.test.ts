import { expect, test } from "vitest";
import { readEnv } from "./env";

const GOOD = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://laurel.example",
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  MAIL_TRANSPORT: "outbox",
  OUTBOX_DIR: "outbox",
  MAIL_FROM: "coupons@laurel.example",
} as const;

type Changes = Record<string, string | undefined>;
const read = (changes: Changes) => readEnv({ ...GOOD, ...changes } as unknown as NodeJS.ProcessEnv);

test("good settings are taken, with defaults for the others", () => {
  expect(read({})).toMatchObject({ outcome: "ok", env: { PORT: 3000, RUN_WORKER: true, HOLD_SECONDS_DEFAULT: 1800 } });
});

test("every missing or malformed setting is named in one readable list", () => {
  const problems = { SHOPIFY_API_KEY: undefined, ENCRYPTION_KEY: "short", MAIL_FROM: "nobody", PORT: "none" };
  expect(read(problems)).toEqual({
    outcome: "invalid",
    problems: [
      expect.stringMatching(/^PORT: malformed/),
      "SHOPIFY_API_KEY: missing (the app's client id)",
      "ENCRYPTION_KEY: malformed (32 random bytes in base64)",
      "MAIL_FROM: malformed (the verified address mails come from)",
    ],
  });
});

test("each way to send mail asks for its own setting", () => {
  expect(read({ MAIL_TRANSPORT: "resend" })).toMatchObject({
    problems: [expect.stringMatching(/^RESEND_API_KEY: missing/)],
  });
  expect(read({ MAIL_TRANSPORT: "smtp" })).toMatchObject({ problems: [expect.stringMatching(/^SMTP_URL: missing/)] });
  expect(read({ OUTBOX_DIR: undefined })).toMatchObject({ problems: [expect.stringMatching(/^OUTBOX_DIR: missing/)] });
});

test.each<[string, Changes]>([
  ["an app on the internet", { DEVSTORE_ORIGIN: "http://localhost:4300" }],
  ["a stand-in elsewhere", { DEVSTORE_ORIGIN: "http://devstore.example", SHOPIFY_APP_URL: "http://localhost:3300" }],
  [
    "an App Bridge elsewhere",
    { APP_BRIDGE_URL: "https://evil.example/x.js", SHOPIFY_APP_URL: "http://localhost:3300" },
  ],
])("the stand-in for Shopify cannot be switched on for %s", (_what, changes) => {
  expect(read(changes).outcome).toBe("invalid");
});

test("the stand-in is let in where everything is on loopback", () => {
  const loopback = { DEVSTORE_ORIGIN: "http://localhost:4300", SHOPIFY_APP_URL: "http://localhost:3300" };
  expect(read(loopback).outcome).toBe("ok");
});
