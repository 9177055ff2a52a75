import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeFolderLock } from "./folder-lock";

let folder: string;
let lockFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "laurel-lock-"));
  lockFile = join(folder, "demo.lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a second demo is told where the first one is", () => {
  const first = takeFolderLock(lockFile);
  if (first.outcome !== "taken") throw new Error("The lock of an empty folder is free");
  first.lock.announce("http://localhost:4300/");
  const second = takeFolderLock(lockFile);
  expect(second).toEqual({ outcome: "held", holder: { pid: process.pid, adminUrl: "http://localhost:4300/" } });
});

test("a lock that was given back can be taken again", () => {
  const first = takeFolderLock(lockFile);
  if (first.outcome === "taken") first.lock.release();
  expect(takeFolderLock(lockFile).outcome).toBe("taken");
});

test("the lock of a process that is gone is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(lockFile, JSON.stringify({ pid, adminUrl: null }));
  expect(takeFolderLock(lockFile).outcome).toBe("taken");
});
