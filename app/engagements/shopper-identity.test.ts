import { expect, it } from "vitest";
import { maskEmail } from "./shopper-identity";

it.each([
  ["chloe@example.com", "ch•••@example.com"],
  ["bob@example.com", "bo•••@example.com"],
  ["al@example.com", "a•••@example.com"],
  ["x@example.com", "x•••@example.com"],
  ["🌿🌿🌿@example.com", "🌿🌿•••@example.com"],
  ["nobody", "•••"],
])("shows of %s the domain and never the whole name", (address, masked) => {
  expect(maskEmail(address)).toBe(masked);
});
