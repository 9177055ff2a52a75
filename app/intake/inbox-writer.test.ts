import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { InboxEntry } from "./inbox-entry";
import { createInboxWriter } from "./inbox-writer";
import type { WrittenEntry } from "./write-inbox.server";

const silent = pino({ level: "silent" });

function entry(deliveryKey: string, bytes = 2): InboxEntry {
  const receivedAt = new Date("2026-11-22T12:00:00Z");
  const body = new Uint8Array(bytes);
  return {
    shopDomain: "a",
    source: "shopify",
    topic: "t",
    deliveryKey,
    eventId: null,
    body,
    triggeredAt: null,
    receivedAt,
  };
}

/** A store that keeps each batch open until the test commits or breaks it. */
function heldStore() {
  const batches: { keys: string[]; commit(): void; break(): void }[] = [];
  const writeBatch = (entries: InboxEntry[]) => {
    return new Promise<WrittenEntry[]>((resolve, reject) => {
      batches.push({
        keys: entries.map(({ deliveryKey }) => deliveryKey),
        commit: () => resolve(entries.map(() => "accepted")),
        break: () => reject(new Error("broken")),
      });
    });
  };
  return { batches, writeBatch };
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));
const reachable = async () => true;

describe("the inbox writer", () => {
  it("writes what came in one turn as one batch, two batches at a time, and what comes meanwhile as the next", async () => {
    const { batches, writeBatch } = heldStore();
    const writer = createInboxWriter(writeBatch, reachable, silent);
    const written = [];
    for (const turn of [["a", "b"], ["c"], ["d"], ["e", "f"]]) {
      written.push(...turn.map((key) => writer.write(entry(key))));
      await turnOfTheLoop();
    }
    expect(batches.map(({ keys }) => keys)).toEqual([["a", "b"], ["c"]]);
    batches[0]?.commit();
    expect(await written[0]).toEqual({ outcome: "accepted" });
    await expect.poll(() => batches.map(({ keys }) => keys)).toEqual([["a", "b"], ["c"], ["d", "e", "f"]]);
    for (const batch of batches) batch.commit();
    expect(await Promise.all(written)).toEqual(Array(6).fill({ outcome: "accepted" }));
  });

  it("answers nobody before the commit", async () => {
    const { batches, writeBatch } = heldStore();
    const writer = createInboxWriter(writeBatch, reachable, silent);
    let answered = false;
    const written = writer.write(entry("a")).then(() => {
      answered = true;
    });
    await turnOfTheLoop();
    expect(answered).toBe(false);
    batches[0]?.commit();
    await written;
  });

  it("keeps batches small in bytes as well", async () => {
    const { batches, writeBatch } = heldStore();
    const writer = createInboxWriter(writeBatch, reachable, silent);
    const written = ["a", "b", "c", "d", "e"].map((key) => writer.write(entry(key, 5_000_000)));
    await turnOfTheLoop();
    batches[0]?.commit();
    await expect.poll(() => batches.length).toBe(3);
    expect(batches[2]?.keys).toEqual(["c"]);
    for (let n = 1; n < 5; n++) {
      await expect.poll(() => batches.length).toBeGreaterThan(n);
      batches[n]?.commit();
    }
    await Promise.all(written);
  });

  it("lets one bad entry fail nobody else", async () => {
    const writeBatch = async (entries: InboxEntry[]) => {
      if (entries.some(({ deliveryKey }) => deliveryKey === "bad")) throw new Error("bad");
      return entries.map(() => "accepted" as const);
    };
    const writer = createInboxWriter(writeBatch, reachable, silent);
    const keys = ["a", "b", "c", "bad", "d"];
    const outcomes = await Promise.all(keys.map((key) => writer.write(entry(key))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted", "accepted", "failed", "accepted"]);
  });

  it("does not try one by one while the store is away", async () => {
    let calls = 0;
    const writeBatch = async () => {
      calls += 1;
      throw new Error("away");
    };
    const writer = createInboxWriter(writeBatch, async () => false, silent);
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, n) => writer.write(entry(String(n)))));
    expect(outcomes.every(({ outcome }) => outcome === "failed")).toBe(true);
    expect(calls).toBeLessThanOrEqual(4);
  });

  it("turns deliveries away when too many wait, and takes them again afterwards", async () => {
    const { batches, writeBatch } = heldStore();
    const writer = createInboxWriter(writeBatch, reachable, silent);
    const written = Array.from({ length: 5_000 }, (_, n) => writer.write(entry(String(n))));
    expect(await writer.write(entry("one too many"))).toEqual({ outcome: "busy" });
    for (let done = 0; done < 10; done++) {
      await expect.poll(() => batches.length).toBeGreaterThan(done);
      batches[done]?.commit();
    }
    await Promise.all(written);
    const late = writer.write(entry("late"));
    await turnOfTheLoop();
    batches.at(-1)?.commit();
    expect(await late).toEqual({ outcome: "accepted" });
  });
});
