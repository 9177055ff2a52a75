import { expect, it } from "vitest";
import { takeSaved } from "./take-saved";

const base = { subject: "Thanks", body: "Hello" };

it("leaves what was typed where somebody else saved meanwhile", () => {
  const typed = { ...base, subject: "Half a sub" };
  expect(takeSaved(typed, base, { subject: "Theirs", body: "Their body" })).toEqual({
    subject: "Half a sub",
    body: "Their body",
  });
});

it("shows what was saved as it was stored, once the form's own values were saved", () => {
  const sent = { subject: " Mine ", body: "Hello" };
  expect(takeSaved(sent, sent, { subject: "Mine", body: "Hello" })).toEqual({ subject: "Mine", body: "Hello" });
});

it("keeps what was typed while the form was being saved", () => {
  const sent = { ...base, subject: "Mine" };
  expect(takeSaved({ ...sent, body: "Hello you" }, sent, sent)).toEqual({ subject: "Mine", body: "Hello you" });
});
