import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MUTANTS } from "../mutants";
import { patchOf } from "../run-mutants";
import { applyPatch, copySources } from "./copy-sources";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "chaos-sources-"));
  copySources(path.join(folder, "app"), null);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(Object.keys(MUTANTS))("the patch of %s applies to the sources as they are", (mutant) => {
  applyPatch(path.join(folder, "app"), patchOf(mutant), "--check");
});

it("says which patch does not apply", () => {
  const patch = path.join(folder, "old.patch");
  const lines = ["--- a/server.ts", "+++ b/server.ts", "@@ -1 +1 @@", "-what it never said", "+anything", ""];
  writeFileSync(patch, lines.join("\n"));
  expect(() => applyPatch(path.join(folder, "app"), patch)).toThrow("old.patch does not apply any more");
});
