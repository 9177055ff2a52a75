import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BodiesInHand, noBodiesInHand } from "./bodies-in-hand";
import { readBody as readBodyOf } from "./read-body";

function request(headers: Record<string, string> = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as unknown as PassThrough & IncomingMessage;
}

let inHand: BodiesInHand;

beforeEach(() => {
  inHand = noBodiesInHand();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate"] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Bytes, after everything was collected that can be. */
function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function readBody(from: IncomingMessage, limit: number, lookMs?: number) {
  return readBodyOf(from, { limit, inHand }, lookMs);
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
    const silent = readBody(request(), 5);
    await vi.advanceTimersByTimeAsync(2_501);
    expect((await silent).outcome).toBe("too_slow");
    const gone = request();
    const reading = readBody(gone, 5);
    gone.destroy();
    expect((await reading).outcome).toBe("aborted");
  });

  it("gives up on a body that comes slower than 10 KB a second, and not on a faster one", async () => {
    const [slow, fast] = [request(), request()];
    const reading = [readBody(slow, 5_000_000), readBody(fast, 5_000_000)];
    slow.write(Buffer.alloc(24_999));
    fast.write(Buffer.alloc(25_000));
    await vi.advanceTimersByTimeAsync(2_501);
    fast.end();
    expect(await Promise.all(reading)).toMatchObject([{ outcome: "too_slow" }, { outcome: "read" }]);
  });

  it("gives up on a body that came fast and stands still, and on one that is not there after 15 seconds", async () => {
    const [still, endless] = [request(), request()];
    const reading = [readBody(still, 5_000_000), readBody(endless, 5_000_000)];
    still.write(Buffer.alloc(4_999_999));
    await vi.advanceTimersByTimeAsync(1);
    for (let looks = 0; looks < 6; looks += 1) {
      endless.write(Buffer.alloc(25_000));
      expect(inHand.coming.size).toBe(looks < 2 ? 2 : 1);
      await vi.advanceTimersByTimeAsync(2_500);
    }
    expect(await Promise.all(reading)).toEqual([{ outcome: "too_slow" }, { outcome: "too_slow" }]);
  });

  it("takes what came while this process was held up for in time", async () => {
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    const sent = request();
    const reading = readBody(sent, 5, 1);
    setImmediate(() => sent.end("12345"));
    const until = performance.now() + 10;
    while (performance.now() < until);
    expect((await reading).outcome).toBe("read");
  });

  it("counts what single bytes take up, and joins them", async () => {
    const crumbs = request();
    const reading = readBody(crumbs, 100_000);
    for (let n = 0; n < 10_000; n += 1) crumbs.write(Buffer.from([n % 251]));
    await expect.poll(() => inHand.bytes).toBeGreaterThanOrEqual(10_000);
    expect(inHand.bytes).toBeLessThan(30_000);
    crumbs.end();
    const read = await reading;
    expect(read).toEqual({ outcome: "read", body: Buffer.from(Array.from({ length: 10_000 }, (_, n) => n % 251)) });
    expect(inHand.bytes).toBe(0);
  });

  it("takes no more memory for single bytes than it counts", async () => {
    const before = memoryInUse();
    const bodies = Array.from({ length: 5 }, () => request());
    const reading = bodies.map((crumbs) => readBody(crumbs, 5_000_000));
    for (const crumbs of bodies) {
      for (let n = 0; n < 20_000; n += 1) crumbs.write(Buffer.from(new Uint8Array(1).buffer));
    }
    await expect.poll(() => inHand.bytes).toBeGreaterThanOrEqual(100_000);
    expect(memoryInUse() - before).toBeLessThan(8_000_000);
    for (const crumbs of bodies) crumbs.end();
    await Promise.all(reading);
  });

  it("takes no body in twenty thousand crumbs", async () => {
    const crumbs = request();
    const reading = readBody(crumbs, 5_000_000);
    for (let n = 0; n <= 20_000; n += 1) crumbs.write("a");
    expect((await reading).outcome).toBe("too_large");
  });

  it("gives up the body that has been coming longest where 256 MB are in hand, and takes the new one", async () => {
    const others = Array.from({ length: 51 }, () => request());
    const reading = others.map((other) => readBody(other, 5_000_000));
    for (const other of others) other.write(Buffer.alloc(5_000_000));
    await expect.poll(() => inHand.bytes).toBe(255_000_000);
    const late = request();
    late.end(Buffer.alloc(2_000_000));
    expect((await readBody(late, 5_000_000)).outcome).toBe("read");
    expect(await reading[0]).toEqual({ outcome: "busy" });
    for (const other of others.slice(1)) other.end();
    const rest = await Promise.all(reading.slice(1));
    expect(rest.every(({ outcome }) => outcome === "read")).toBe(true);
    expect(inHand).toEqual(noBodiesInHand());
  });
});
