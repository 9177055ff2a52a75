import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReaderBell } from "./reader-bell";

const silent = pino({ level: "silent" });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the reader's bell", () => {
  it("rings at once after a quiet time, and once for all that was stored during its pause", async () => {
    const ring = vi.fn(async () => {});
    const wake = createReaderBell(ring, silent, 20);
    wake();
    expect(ring).toHaveBeenCalledTimes(1);
    for (let batch = 0; batch < 10; batch++) wake();
    await vi.advanceTimersByTimeAsync(19);
    expect(ring).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ring).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ring).toHaveBeenCalledTimes(2);
    wake();
    expect(ring).toHaveBeenCalledTimes(3);
  });

  it("rings again for what was stored while a ring was under way", async () => {
    const rings: (() => void)[] = [];
    const wake = createReaderBell(() => new Promise((done) => rings.push(done)), silent, 20);
    wake();
    wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rings).toHaveLength(1);
    rings[0]?.();
    await vi.advanceTimersByTimeAsync(20);
    expect(rings).toHaveLength(2);
  });

  it("goes on after a ring that failed", async () => {
    const ring = vi.fn(async () => {});
    ring.mockRejectedValueOnce(new Error("no bell"));
    const wake = createReaderBell(ring, silent, 20);
    wake();
    await vi.advanceTimersByTimeAsync(20);
    wake();
    expect(ring).toHaveBeenCalledTimes(2);
  });
});
