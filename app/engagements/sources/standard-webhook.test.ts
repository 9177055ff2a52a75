import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { checkStandardWebhook, newWebhookSecret } from "./standard-webhook";

const now = new Date("2026-11-22T12:00:00Z");
const seconds = (offset: number) => String(now.getTime() / 1000 + offset);
const secret = newWebhookSecret();

/** Signs as the reference implementation does. */
function signed(body: string, { id = "msg_1", offset = 0, by = secret } = {}) {
  const at = new Date(now.getTime() + offset * 1000);
  return { id, timestamp: seconds(offset), signature: new Webhook(by).sign(id, at, body) };
}

describe("a Standard Webhooks signature", () => {
  it("of the reference implementation is accepted, for any body", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (body) => {
        expect(checkStandardWebhook(Buffer.from(body), signed(body), [secret], now)).toMatchObject({
          outcome: "signed",
          id: "msg_1",
        });
      }),
    );
  });

  it("is accepted up to five minutes early or late, no further", () => {
    const outcomes = [-301, -300, 300, 301].map((offset) => {
      return checkStandardWebhook(Buffer.from("{}"), signed("{}", { offset }), [secret], now).outcome;
    });
    expect(outcomes).toEqual(["refused", "signed", "signed", "refused"]);
  });

  it("is accepted from any secret in force, and among several signatures", () => {
    const other = newWebhookSecret();
    const headers = signed("{}", { by: other });
    expect(checkStandardWebhook(Buffer.from("{}"), headers, [secret], now).outcome).toBe("refused");
    expect(checkStandardWebhook(Buffer.from("{}"), headers, [secret, other], now).outcome).toBe("signed");
    const several = { ...headers, signature: `v1a,zzz v1,AAAA ${headers.signature}` };
    expect(checkStandardWebhook(Buffer.from("{}"), several, [other], now).outcome).toBe("signed");
  });

  it("covers the id, the time and every byte of the body", () => {
    const headers = signed('{"a":1}');
    const body = Buffer.from('{"a":1}');
    expect(checkStandardWebhook(Buffer.from('{"a":2}'), headers, [secret], now).outcome).toBe("refused");
    expect(checkStandardWebhook(body, { ...headers, id: "msg_2" }, [secret], now).outcome).toBe("refused");
    expect(checkStandardWebhook(body, { ...headers, timestamp: seconds(1) }, [secret], now).outcome).toBe("refused");
    const replaced = signed("\ufffd");
    expect(checkStandardWebhook(Buffer.from([0xff]), replaced, [secret], now).outcome).toBe("refused");
  });

  it("is refused when a header is missing or malformed, or no secret is set", () => {
    const headers = signed("{}");
    for (const broken of [
      { id: undefined },
      { timestamp: undefined },
      { signature: undefined },
      { timestamp: "12e3" },
      { signature: "v1," },
    ]) {
      expect(checkStandardWebhook(Buffer.from("{}"), { ...headers, ...broken }, [secret], now).outcome).toBe("refused");
    }
    expect(checkStandardWebhook(Buffer.from("{}"), headers, [], now).outcome).toBe("refused");
  });
});
