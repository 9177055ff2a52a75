import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTokenStore } from "./token-store";

const now = new Date("2026-11-22T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("an access token is good for an hour", () => {
  const tokens = createTokenStore(null);
  const { access_token, expires_in } = tokens.issue("read_orders", now);
  expect(expires_in).toBe(3600);
  expect(tokens.accepts(access_token, after(3599))).toBe(true);
  expect(tokens.accepts(access_token, after(3600))).toBe(false);
  expect(tokens.accepts("shpat_unknown", now)).toBe(false);
});

test("a refresh token is used up by the refresh, which gives another", () => {
  const tokens = createTokenStore(null);
  const first = tokens.issue("read_orders", now);
  const second = tokens.refresh(first.refresh_token, "read_orders", after(3600));
  expect(second && tokens.accepts(second.access_token, after(3601))).toBe(true);
  expect(tokens.refresh(first.refresh_token, "read_orders", after(3601))).toBeNull();
  expect(second?.refresh_token).not.toBe(first.refresh_token);
});

test("tokens survive a restart", () => {
  const folder = mkdtempSync(join(tmpdir(), "laurel-tokens-"));
  try {
    const { access_token } = createTokenStore(join(folder, "tokens.json")).issue("read_orders", now);
    expect(createTokenStore(join(folder, "tokens.json")).accepts(access_token, after(60))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
