import { expect, it } from "vitest";
import { replyAddress } from "./reply-address";

it.each([
  ["owner@tea.example", "owner@tea.example"],
  [" Owner+shop@Tea.example ", "Owner+shop@tea.example"],
  ["info@grün.example", "info@xn--grn-ioa.example"],
])("answers to the mails of %s go to %s", (email, expected) => {
  expect(replyAddress(email)).toBe(expected);
});

it.each([null, "", "owner", "owner@localhost", "grün@tea.example", "a@tea.example,b@tea.example", "O <o@tea.example>"])(
  "no address for answers is made of %s",
  (email) => {
    expect(replyAddress(email)).toBeNull();
  },
);
