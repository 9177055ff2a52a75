import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../support/databases";

describe("test databases", async () => {
  const one = await testDatabase();
  const other = await testDatabase();
  afterAll(async () => {
    await one.close();
    await other.close();
  });

  test("share no rows with each other", async () => {
    await one.db.$executeRaw`create table only_here (id int)`;
    const seen = await other.db.$queryRaw`select to_regclass('only_here')::text as name`;
    expect(seen).toEqual([{ name: null }]);
  });

  test("have every migration applied", async () => {
    const applied = await one.db.$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null order by 1`;
    const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(applied.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
  });
});
