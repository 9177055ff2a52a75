import { describe, expect, it } from "vitest";
import { readSmtpFailure } from "./smtp-receipt";

describe("a failed SMTP delivery", () => {
  it.each([
    ["RCPT TO", 550, "refused"],
    ["DATA", 554, "refused"],
    ["RCPT TO", 451, "retry"],
    ["DATA", 421, "retry"],
    ["AUTH PLAIN", 535, "retry"],
    ["MAIL FROM", 553, "retry"],
    ["CONN", 554, "retry"],
  ])("with a reply to %s of %i is %s", (command, responseCode, outcome) => {
    expect(readSmtpFailure({ message: "no", command, responseCode }, command === "DATA").outcome).toBe(outcome);
  });

  it("without a reply is unknown once the message had begun to leave, and never before", () => {
    const lost = { message: "Connection closed", code: "ECONNECTION", command: "CONN" };
    expect(readSmtpFailure(lost, true).outcome).toBe("unknown");
    expect(readSmtpFailure(lost, false).outcome).toBe("retry");
  });

  it("is a retry when the server shuts down with 421 in place of its answer to the message", () => {
    const closing = { message: "closing", code: "ECONNECTION", command: "CONN", responseCode: 421 };
    expect(readSmtpFailure(closing, true).outcome).toBe("retry");
  });

  it("is refused when nodemailer itself cannot send the message", () => {
    expect(readSmtpFailure({ message: "too large", code: "EMESSAGE", command: "MAIL FROM" }, false).outcome).toBe(
      "refused",
    );
  });
});
