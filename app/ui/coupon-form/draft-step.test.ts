import { expect, it } from "vitest";
import { coupon } from "../../../tests/support/decisions";
import { draftStep } from "./draft-step";

const NONE = { staticCode: null, codesLeft: null };

it("a draft goes on at the first step that is not filled in", () => {
  const step = (changes: Parameters<typeof coupon>[1] & { codesLeft?: number | null }) =>
    draftStep({ codesLeft: null, ...coupon("order", { state: "draft", ...changes }), ...changes });
  expect(step({ ...NONE, description: "" })).toBe("engagement");
  expect(step(NONE)).toBe("code");
  expect(step({ ...NONE, codeType: "dynamic", codesLeft: 0 })).toBe("code");
  expect(step({ codeType: "static", staticCode: "THANKS10" })).toBe("expiration");
  expect(step({ ...NONE, codeType: "dynamic", codesLeft: 3 })).toBe("expiration");
  expect(step({ expiresOn: new Date("2030-01-01T00:00:00Z") })).toBe("review");
});
