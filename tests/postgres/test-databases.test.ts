import { afterAll, describe, expect, test } from "vitest";
import { postgresAvailable, postgresDatabase } from "../support/databases";

describe.skipIf(!postgresAvailable())("databases cloned on PostgreSQL", () => {
  const opened = postgresDatabase();
  afterAll(async () => (await opened).close());

  test("hold rows apart and run statements side by side", async () => {
    const { db } = await opened;
    const [first, second] = await Promise.all([
      db.$transaction((tx) => tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(0.05)::text`),
      db.$transaction((tx) => tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(0.05)::text`),
    ]);
    expect(first[0]?.pid).not.toBe(second[0]?.pid);
  });
});
