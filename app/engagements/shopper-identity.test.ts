import { expect, it, test } from "vitest";
import { maskEmail, readEmail } from "./shopper-identity";

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

test("what no address is as long as is not looked at: composing its marks would take minutes", () => {
  expect(readEmail(`a${"\u0300\u0327".repeat(200_000)}@example.com`)).toBeNull();
});

test("a domain ends where the address ends: nothing behind it is dropped", () => {
  for (const domain of ["example.com#x", "example.com/x", "example.com?x", "exa%6dple.com", "example.com#.evil.com"]) {
    expect(readEmail(`ada@${domain}`)).toBeNull();
  }
  expect(readEmail("ada@bücher.example")?.domain).toBe("xn--bcher-kva.example");
});
