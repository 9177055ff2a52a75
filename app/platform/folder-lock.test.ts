import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "laurel-folder-"));
  folder = join(parent, "data");
});
afterEach(() => rm(parent, { recursive: true }));

async function leaveBehind(name: string): Promise<void> {
  await mkdir(`${folder}.holders`, { recursive: true });
  await writeFile(join(`${folder}.holders`, name), "");
}

it("refuses a folder that is held, with the holder's process id, until it is given back", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    `Another process (id ${process.pid}) is using the embedded database`,
  );
  await unlock();
  await (await lockFolder(folder))();
});

it("passes over a holder that is gone, and over one whose process id is another's by now", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  await leaveBehind(`${pid} 1 gone`);
  await leaveBehind(`${process.pid} 1 another`);
  await lockFolder(folder);
  expect(await readdir(`${folder}.holders`)).toHaveLength(1);
});

it("gives a folder to one of those that ask at the same moment, at most", async () => {
  for (let round = 0; round < 5; round++) {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const given = asked.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    expect(given.length).toBeLessThanOrEqual(1);
    await Promise.all(given.map((unlock) => unlock()));
  }
});
