import { afterAll, describe, expect, test } from "vitest";
import { postgresAvailable, postgresDatabase } from "../support/databases";

describe.skipIf(!postgresAvailable())("databases cloned on PostgreSQL", () => {
  const [one, other] = [postgresDatabase(), postgresDatabase()];
  afterAll(async () => {
    await (await one).close();
    await (await other).close();
  });

  test("share no rows with each other", async () => {
    await (await one).db.$executeRaw`create table only_here (id int)`;
    const seen = await (await other).db.$queryRaw`select to_regclass('only_here')::text as name`;
    expect(seen).toEqual([{ name: null }]);
  });

  test("run two transactions side by side, each in a session of its own", async () => {
    const { db } = await one;
    const { promise: bothBegun, resolve } = Promise.withResolvers<void>();
    const begun: number[] = [];
    const transaction = () =>
      db.$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
        if (begun.push(row?.pid ?? 0) === 2) resolve();
        await bothBegun;
      });
    await Promise.all([transaction(), transaction()]);
    expect(new Set(begun).size).toBe(2);
  });
});
