import { describe, expect, it } from "vitest";
import { readResendAnswer } from "./resend-receipt";

const failed = (statusCode: number | null, name: string, headers: Record<string, string> | null = {}) =>
  readResendAnswer({ data: null, error: { statusCode, name, message: "why" }, headers });

describe("Resend's answer", () => {
  it("is sent only with an id", () => {
    expect(readResendAnswer({ data: { id: "re_1" }, error: null, headers: {} })).toEqual({
      outcome: "sent",
      providerId: "re_1",
    });
    expect(readResendAnswer({ data: {}, error: null, headers: {} }).outcome).toBe("retry");
    expect(readResendAnswer({ data: null, error: null, headers: {} }).outcome).toBe("retry");
  });

  it("says how long to wait when the rate limit is reached", () => {
    expect(failed(429, "rate_limit_exceeded", { "retry-after": "3" })).toMatchObject({
      outcome: "retry",
      retryAfterSeconds: 3,
    });
    expect(failed(429, "rate_limit_exceeded", { "ratelimit-reset": "1" })).toMatchObject({ retryAfterSeconds: 1 });
    expect(failed(429, "rate_limit_exceeded", { "retry-after": "soon" })).not.toHaveProperty("retryAfterSeconds");
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
  ])("%s %s is tried again", (status, name) => {
    expect(failed(status, name)).toMatchObject({ outcome: "retry" });
  });

  it.each([
    [400, "validation_error"],
    [422, "validation_error"],
    [422, "missing_required_field"],
  ])("%s %s is refused for good", (status, name) => {
    expect(failed(status, name)).toEqual({ outcome: "refused", reason: `Resend: why (${status} ${name})` });
  });

  it("leaves a key that was used for other bytes to a person", () => {
    expect(failed(409, "invalid_idempotent_request")).toMatchObject({ outcome: "unknown" });
  });
});
