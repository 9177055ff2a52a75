import { describe, expect, it } from "vitest";
import type { DoubleLogLine } from "./double-log";
import { plainResend, type ResendDoubleSettings } from "./settings";
import { type Call, resendDouble } from "./take-call";

const mail = (to: string, text = "Your code: TEA-10") => ({
  from: "Tea <a@laurel.example>",
  to,
  subject: "Thanks",
  text,
});

function double(changes: Partial<ResendDoubleSettings> = {}) {
  const log: DoubleLogLine[] = [];
  const take = resendDouble({ ...plainResend, logFile: "", ...changes }, (lines) => log.push(...lines));
  const call = (path: string, body: unknown, more: Partial<Call> = {}) =>
    take({ path, authorized: true, key: null, permissive: false, bytes: Buffer.from(JSON.stringify(body)), ...more });
  return {
    one: (key: string | null, body: unknown = mail("ada@example.net")) => call("/emails", body, { key }),
    batch: (key: string | null, mails: unknown[], permissive = true) =>
      call("/emails/batch", mails, { key, permissive }),
    call,
    sent: () => log.flatMap((line) => (line.kind === "mail" ? [line.to] : [])),
    log,
  };
}

describe("the double of Resend", () => {
  it("sends once for the same key and bytes and gives the same answer again", async () => {
    const { one, sent } = double();
    const first = await one("k");
    expect(await one("k")).toEqual(first);
    expect(sent()).toEqual(["ada@example.net"]);
  });

  it("sends again once the key is forgotten", async () => {
    const { one, sent } = double({ keyLifetimeMs: 0 });
    await one("k");
    await one("k");
    expect(sent()).toHaveLength(2);
  });

  it("refuses a key that was used for other bytes, and one that is in use", async () => {
    const { one, sent } = double({ latencyMs: { least: 5, most: 5 } });
    const [, second] = await Promise.all([one("k"), one("k")]);
    expect(second).toMatchObject({ status: 409, body: { name: "concurrent_idempotent_requests" } });
    expect(await one("k", mail("bob@example.net"))).toMatchObject({ body: { name: "invalid_idempotent_request" } });
    expect(sent()).toHaveLength(1);
  });

  it("takes up to 100 mails a batch, in their order, each logged with its place", async () => {
    const { batch, log } = double({ keepOfText: "TEA-\\d+" });
    const mails = Array.from({ length: 100 }, (_, n) => mail(`s${n}@example.net`));
    expect(await batch("k", [...mails, mail("more@example.net")])).toMatchObject({ status: 422 });
    expect(await batch("k", [])).toMatchObject({ status: 422 });
    expect(await batch("k", mails)).toMatchObject({ status: 200, body: { errors: [] } });
    expect(log.filter((line) => line.kind === "mail")).toHaveLength(100);
    expect(log.find((line) => line.kind === "mail" && line.index === 7)).toMatchObject({
      to: "s7@example.net",
      key: "k",
      found: ["TEA-10"],
    });
  });

  it("sends the good ones of a permissive batch and names the others, and none of a strict one", async () => {
    const { batch, sent } = double();
    const mails = [mail("a@example.net"), mail("b@refused.invalid"), mail("c@example.net")];
    expect(await batch(null, mails, false)).toMatchObject({ status: 422 });
    expect(sent()).toEqual([]);
    expect(await batch(null, mails)).toMatchObject({
      status: 200,
      body: { data: [{ id: "re_1" }, { id: "re_2" }], errors: [{ index: 1 }] },
    });
    expect(sent()).toEqual(["a@example.net", "c@example.net"]);
  });

  it("lets so many calls through within a second and says so", async () => {
    const { one, sent } = double({ callsPerSecond: 2 });
    const answers = [await one("1"), await one("2"), await one("3")];
    expect(answers[1]).toMatchObject({ status: 200, headers: { "ratelimit-limit": "2", "ratelimit-remaining": "0" } });
    expect(answers[2]).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
    expect(sent()).toHaveLength(2);
  });

  it("takes nothing when it answers 500 or 429 or is silent, and has sent when only the answer is lost", async () => {
    const kinds = ["server-error", "too-many", "silence", "sent-then-silence", "sent-then-cut"] as const;
    const met = kinds.map(async (fault) => {
      const { one, sent } = double({ faults: { [fault]: 1 } });
      const result = await one("k");
      return [typeof result === "string" ? result : result.status, sent().length];
    });
    expect(await Promise.all(met)).toEqual([
      [500, 0],
      [429, 0],
      ["silence", 0],
      ["silence", 1],
      ["cut", 1],
    ]);
  });

  it("loses the answer with which an outage begins and cuts every call until it ends", async () => {
    const { one, sent } = double({ outages: [{ afterMails: 2, forMs: 60_000 }] });
    expect([await one("1"), await one("2"), await one("3")]).toMatchObject([{ status: 200 }, "cut", "cut"]);
    expect(sent()).toHaveLength(2);
  });

  it("wants an API key and a known path", async () => {
    const { call } = double();
    expect(await call("/emails", mail("a@example.net"), { authorized: false })).toMatchObject({ status: 401 });
    expect(await call("/mails", mail("a@example.net"))).toMatchObject({ status: 404 });
  });
});
