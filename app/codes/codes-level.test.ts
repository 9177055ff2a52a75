import { expect, test } from "vitest";
import { codesLevel, levelChange } from "./codes-level";

test("a level is low at the number the merchant chose, and empty at none", () => {
  expect([51, 50, 1, 0, -3].map((left) => codesLevel(left, 50))).toEqual(["enough", "low", "low", "empty", "empty"]);
});

test("a worse level is told; a better one arms again only where codes were added", () => {
  expect(levelChange("enough", { level: "low", wasRefilled: false })).toBe("remind");
  expect(levelChange("enough", { level: "empty", wasRefilled: false })).toBe("remind");
  expect(levelChange("low", { level: "empty", wasRefilled: true })).toBe("remind");
  expect(levelChange("low", { level: "low", wasRefilled: true })).toBeNull();
  expect(levelChange("low", { level: "enough", wasRefilled: false })).toBeNull();
  expect(levelChange("low", { level: "enough", wasRefilled: true })).toBe("rearm");
  expect(levelChange("empty", { level: "low", wasRefilled: true })).toBe("rearm");
});
