import { setImmediate } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";

/** What keeps a process alive and only a test could have started; a database's own threads and timers are not among them. */
const LEAKS = ["TCPServerWrap", "ProcessWrap", "FSEventWrap"];

/** Turns of the event loop that something just closed may take to be gone. */
const GRACE_TURNS = 50;

let before: string[] = [];

beforeAll(() => {
  before = leakable();
});

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

// A test that expects noise silences the spy with mockImplementation and asserts on its calls; that counts as heard.
afterEach(() => {
  const heard = [...unexpected(console.error), ...unexpected(console.warn)];
  vi.mocked(console.error).mockRestore();
  vi.mocked(console.warn).mockRestore();
  expect(heard, "console.error or console.warn was called").toEqual([]);
});

afterAll(async () => {
  // What was closed a moment ago leaves with one of the next turns of the event loop.
  for (let turn = 0; turn < GRACE_TURNS && leakable().length > before.length; turn += 1) await setImmediate();
  expect(leakable().slice(before.length), "left open by this file").toEqual([]);
});

function unexpected(method: typeof console.error): unknown[][] {
  const spy = vi.mocked(method);
  if (!vi.isMockFunction(spy) || spy.getMockImplementation()) return [];
  return spy.mock.calls;
}

function leakable(): string[] {
  return process.getActiveResourcesInfo().filter((resource) => LEAKS.includes(resource));
}
