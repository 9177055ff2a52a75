import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MUTANTS } from "./mutants";
import { readOptions } from "./options";
import { DEFAULT, SMTP } from "./profile";
import { patchOf } from "./run-mutants";

describe("the command line of the chaos run", () => {
  it("runs the default profile, with changes where they are asked for", () => {
    expect(readOptions([])).toEqual({ outcome: "run", profile: DEFAULT, seed: null, mutant: null });
    expect(readOptions(["--events", "500", "--seed", "7"])).toMatchObject({ profile: { events: 500 }, seed: 7 });
    expect(readOptions(["--large"])).toMatchObject({ profile: { events: 200_000 } });
    expect(readOptions(["--transport", "smtp"])).toMatchObject({ profile: SMTP });
  });

  it("runs a mutant, or its profile without it", () => {
    expect(readOptions(["--mutant", "no-lease"])).toMatchObject({ mutant: "no-lease", profile: { transport: "smtp" } });
    expect(readOptions(["--profile", "no-lease"])).toMatchObject({ mutant: null, profile: { transport: "smtp" } });
    expect(readOptions(["--mutants"])).toEqual({ outcome: "mutants", seed: null });
  });

  it.each([[["--mutant", "none"]], [["--events", "0"]], [["--transport", "pigeon"]], [["--evnts", "5"]]])(
    "refuses %s",
    (args) => expect(readOptions(args)).toMatchObject({ outcome: "refused" }),
  );

  it("has a patch for every mutant, and a mutant for every patch", () => {
    for (const name of Object.keys(MUTANTS)) expect(existsSync(patchOf(name)), name).toBe(true);
    const patches = readdirSync(new URL("./mutants", import.meta.url)).map((file) => file.replace(/\.patch$/, ""));
    expect(patches.sort()).toEqual(Object.keys(MUTANTS).sort());
  });
});
