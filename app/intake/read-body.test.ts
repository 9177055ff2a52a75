import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { beforeEach, describe, expect, it } from "vitest";
import { type BodiesInHand, readBody as readBodyOf } from "./read-body";

function request(headers: Record<string, string> = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;
}

let inHand: BodiesInHand;

beforeEach(() => {
  inHand = { bytes: 0 };
});

function readBody(from: IncomingMessage, limit: number, deadlineMs?: number) {
  return readBodyOf(from, { limit, inHand }, deadlineMs);
}

describe("readBody", () => {
  it("joins the bytes as they were sent", async () => {
    const sent = request();
    const reading = readBody(sent, 10);
    sent.write(Buffer.from([0xff, 0x00]));
    sent.end(Buffer.from("{"));
    expect(await reading).toEqual({ outcome: "read", body: Buffer.from([0xff, 0x00, 0x7b]) });
  });

  it("takes exactly the limit and not a byte more", async () => {
    const exact = request();
    exact.end("12345");
    expect((await readBody(exact, 5)).outcome).toBe("read");
    const over = request();
    over.end("123456");
    expect((await readBody(over, 5)).outcome).toBe("too_large");
    expect((await readBody(request({ "content-length": "6" }), 5)).outcome).toBe("too_large");
  });

  it("gives up on a body that does not come, and notices when the sender has gone", async () => {
    expect((await readBody(request(), 5, 1)).outcome).toBe("too_slow");
    const gone = request();
    const reading = readBody(gone, 5);
    gone.destroy();
    expect((await reading).outcome).toBe("aborted");
  });

  it("takes no more while 256 MB of others are being read, and takes more once they are there", async () => {
    const others = Array.from({ length: 51 }, () => request());
    const reading = others.map((other) => readBody(other, 5_000_000));
    for (const other of others) other.write(Buffer.alloc(5_000_000));
    await expect.poll(() => inHand.bytes).toBe(255_000_000);
    const turnedAway = request();
    turnedAway.end(Buffer.alloc(2_000_000));
    expect(await readBody(turnedAway, 5_000_000)).toEqual({ outcome: "busy" });
    for (const other of others) other.end();
    expect((await Promise.all(reading)).every(({ outcome }) => outcome === "read")).toBe(true);
    expect(inHand.bytes).toBe(0);
    const late = request();
    late.end("12345");
    expect((await readBody(late, 5_000_000)).outcome).toBe("read");
  });
});
