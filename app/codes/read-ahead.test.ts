import { expect, test } from "vitest";
import { readAhead } from "./read-ahead";

async function* numbers(...all: (number | Error)[]) {
  for (const one of all) {
    if (one instanceof Error) throw one;
    yield one;
  }
}

test("gives every item in order, the next being prepared before the one before is done with", async () => {
  const events: string[] = [];
  const prepare = async (item: number) => {
    events.push(`prepare ${item}`);
    return item * 10;
  };
  for await (const prepared of readAhead(numbers(1, 2, 3), prepare, 1)) {
    // The next one begins in the turns of the event loop the consumer waits for something.
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`done ${prepared}`);
  }
  expect(events).toEqual(["prepare 1", "prepare 2", "done 10", "prepare 3", "done 20", "done 30"]);
});

test.each([1, 2, 3])(
  "begins to prepare an item only after the one %i and one more before is done with",
  async (depth) => {
    let done = 0;
    const prepare = async (item: number) => ({ item, doneBefore: done });
    for await (const { item, doneBefore } of readAhead(numbers(1, 2, 3, 4), prepare, depth)) {
      expect(doneBefore).toBeGreaterThanOrEqual(item - 1 - depth);
      await new Promise((resolve) => setImmediate(resolve));
      done = item;
    }
    expect(done).toBe(4);
  },
);

test("prepares as many side by side as it is told", async () => {
  let preparing = 0;
  let most = 0;
  const prepare = async (item: number) => {
    preparing += 1;
    most = Math.max(most, preparing);
    await new Promise((resolve) => setImmediate(resolve));
    preparing -= 1;
    return item;
  };
  for await (const _item of readAhead(numbers(1, 2, 3, 4, 5), prepare, 2)) await Promise.resolve();
  expect(most).toBe(2);
});

test("throws what reading throws after the items before it", async () => {
  const given: number[] = [];
  const read = async () => {
    for await (const item of readAhead(numbers(1, 2, new Error("broken off")), async (item) => item, 2))
      given.push(item);
  };
  await expect(read()).rejects.toThrow("broken off");
  expect(given).toEqual([1, 2]);
});

test("prepares nothing any more once a consumer that stopped early goes on", async () => {
  let preparing = 0;
  const prepare = async (item: number) => {
    preparing += 1;
    await new Promise((resolve) => setImmediate(resolve));
    preparing -= 1;
    return item;
  };
  for await (const _first of readAhead(numbers(1, 2, 3), prepare, 2)) break;
  expect(preparing).toBe(0);
});
