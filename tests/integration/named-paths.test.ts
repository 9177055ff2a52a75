import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** Where prose names files of this repository. */
const PROSE = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "shopify.app.toml", "prisma/schema.prisma"],
  ...filesUnder("docs", /\.md$/),
].filter((file) => existsSync(file));

/** A path as it is written in prose: from the top, or from app/ ("rewards/promise-rewards.server.ts"). */
const NAMED =
  /(?<![\w./<*-])\/?((?:[\w.$-]+\/)+[\w.$-]+\.(?:ts|tsx|mjs|cjs|css|json|md|prisma|sql|toml|liquid|png))\b/g;
/** Made by a build or a run, so not in a fresh clone. */
const MADE = /^(\.data|build|node_modules|app\/\w+\/generated|screenshots)\//;

describe.each(PROSE)("%s", (file) => {
  const named = pathsNamedIn(readFileSync(file, "utf8"));

  test.each(named)("names %s, which exists", (name) => {
    expect([name, `app/${name}`, path.join(path.dirname(file), name)].some((candidate) => existsSync(candidate))).toBe(
      true,
    );
  });

  test("names no place outside the repository", () => {
    expect(readFileSync(file, "utf8")).not.toMatch(/(?<![\w.])\/(?:home|root|tmp|mnt)\//);
  });
});

test("every module's folder has its place in ARCHITECTURE.md", () => {
  const architecture = readFileSync("ARCHITECTURE.md", "utf8");
  const folders = readdirSync("app", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => `${folder.name}/`).filter((name) => !architecture.includes(name))).toEqual([]);
});

test("every decision stands in the list of decisions under the title it has, and nothing else does", () => {
  const decisions = readdirSync("docs/decisions").filter((name) => /^\d{3}-.*\.md$/.test(name));
  const lines = decisions.map((name) => {
    const [, number, title] = /^# (\d{3}): (.*)$/m.exec(readFileSync(path.join("docs/decisions", name), "utf8")) ?? [];
    return `- [${number}](${name}): ${title}`;
  });
  const listed = readFileSync("docs/decisions/README.md", "utf8").match(/^- .*$/gm) ?? [];
  expect(listed.toSorted()).toEqual(lines.toSorted());
});

function pathsNamedIn(text: string): string[] {
  const withoutLinks = text.replace(/https?:\/\/\S+/g, "");
  const names = [...withoutLinks.matchAll(NAMED)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => !MADE.test(name));
}

function filesUnder(folder: string, wanted: RegExp): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => wanted.test(name)).map((name) => path.join(folder, name));
}
