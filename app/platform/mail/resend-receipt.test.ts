import { describe, expect, it } from "vitest";
import { readResendAnswer } from "./resend-receipt";

const failed = (statusCode: number | null, name: string, headers: Record<string, string> | null = {}, count = 1) =>
  readResendAnswer({ data: null, error: { statusCode, name, message: "why" }, headers }, count);

describe("Resend's answer", () => {
  const accepted = (data: unknown, errors: unknown = [], count = 2) =>
    readResendAnswer({ data: { data, errors }, error: null, headers: {} }, count);
  const sent = (providerId: string) => ({ outcome: "sent", providerId });

  it("gives each mail its id, in order", () => {
    expect(accepted([{ id: "a" }, { id: "b" }])).toEqual({ outcome: "settled", receipts: [sent("a"), sent("b")] });
  });

  it("refuses only the mails it names, and gives the ids to the others in order", () => {
    expect(accepted([{ id: "a" }, { id: "c" }], [{ index: 1, message: "Invalid `to` field" }], 3)).toEqual({
      outcome: "settled",
      receipts: [sent("a"), { outcome: "refused", reason: "Resend: Invalid `to` field" }, sent("c")],
    });
  });

  it.each([
    [null, []],
    [[{ id: "a" }], []],
    [[{ id: "a" }, {}], []],
    [[{ id: "a" }, { id: "b" }, { id: "c" }], []],
    [[{ id: "a" }, { id: "b" }], [{ index: 0, message: "no" }]],
  ])("that does not account for every mail exactly is asked for again: %j %j", (data, errors) => {
    expect(accepted(data, errors).outcome).toBe("retry");
  });

  it("tells how fast it may be called", () => {
    const headers = { "ratelimit-limit": "10" };
    expect(readResendAnswer({ data: { data: [{ id: "a" }] }, error: null, headers }, 1).callsPerSecond).toBe(10);
    expect(failed(429, "rate_limit_exceeded", headers).callsPerSecond).toBe(10);
    expect(failed(500, "internal_server_error", { "ratelimit-limit": "many" })).not.toHaveProperty("callsPerSecond");
  });

  it("says how long to wait when the rate limit is reached", () => {
    expect(failed(429, "rate_limit_exceeded", { "retry-after": "3" })).toMatchObject({
      outcome: "retry",
      retryAfterSeconds: 3,
      forAll: true,
    });
    expect(failed(429, "rate_limit_exceeded", { "ratelimit-reset": "1" })).toMatchObject({ retryAfterSeconds: 1 });
    expect(failed(429, "rate_limit_exceeded", { "retry-after": "soon" })).not.toHaveProperty("retryAfterSeconds");
  });

  it.each([
    [401, "missing_api_key", true],
    [403, "invalid_api_key", true],
    [429, "rate_limit_exceeded", true],
    [429, "daily_quota_exceeded", true],
    [500, "internal_server_error", undefined],
    [null, "application_error", undefined],
  ])("%s %s makes every call wait: %s", (status, name, forAll) => {
    const receipt = failed(status, name);
    expect(receipt.outcome === "retry" && receipt.forAll).toBe(forAll);
  });

  it("waits an hour when a quota is used up", () => {
    expect(failed(429, "daily_quota_exceeded")).toMatchObject({ outcome: "retry", retryAfterSeconds: 3600 });
  });

  it.each([
    [500, "internal_server_error"],
    [503, "application_error"],
    [null, "application_error"],
    [409, "concurrent_idempotent_requests"],
    [401, "missing_api_key"],
    [403, "invalid_api_key"],
    [403, "validation_error"],
    [422, "invalid_from_address"],
    [404, "not_found"],
    [400, "application_error"],
    [413, "application_error"],
    [402, "something_new"],
  ])("%s %s is tried again", (status, name) => {
    expect(failed(status, name)).toMatchObject({ outcome: "retry" });
  });

  it.each([
    [400, "validation_error"],
    [422, "validation_error"],
    [422, "missing_required_field"],
    [451, "security_error"],
  ])("%s %s is refused for good when it is about one mail, and tried in smaller batches otherwise", (status, name) => {
    const reason = `Resend: why (${status} ${name})`;
    expect(failed(status, name)).toEqual({ outcome: "settled", receipts: [{ outcome: "refused", reason }] });
    expect(failed(status, name, {}, 2)).toEqual({ outcome: "split", reason });
  });

  it("leaves a key that was used for other bytes to a person", () => {
    expect(failed(409, "invalid_idempotent_request", {}, 2)).toMatchObject({
      outcome: "settled",
      receipts: [{ outcome: "unknown" }, { outcome: "unknown" }],
    });
  });
});
