import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import { type DirectSql, directPostgres } from "~/platform/direct-sql.server";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { runOn } from "../support/postgres-admin";

const FOREVER = { name: "forever", text: "select pg_sleep(600)" };
const ONE = { name: "one", text: "select $1::int + 1 as next, substr($2::bytea, 2, 2) as slice" };

describe.skipIf(!postgresAvailable())("a statement past Prisma", () => {
  let opened: OpenDatabase;
  let url: string;
  let direct: DirectSql | null = null;

  beforeAll(async () => {
    opened = await postgresDatabase();
    url = opened.handle.engine === "postgres" ? opened.handle.connectionString : "";
  });

  afterEach(() => direct?.close());
  afterAll(() => opened.close());

  const endAll = () =>
    runOn(url, "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(600)'");
  const sleeping = async () => {
    const rows = await opened.db.$queryRaw<unknown[]>`select 1 from pg_stat_activity where query = ${FOREVER.text}`;
    return rows.length;
  };

  it("gives back rows, and takes bytes as bytes", async () => {
    direct = directPostgres(url, 1);
    const rows = await direct.run(ONE, [41, Buffer.from([1, 0, 255, 4])]);
    expect(rows).toEqual([{ next: 42, slice: Buffer.from([0, 255]) }]);
  });

  it("fails when its connection is cut, and so does an idle one unnoticed; the next statement gets another", async () => {
    direct = directPostgres(url, 1);
    const cut = direct.run(FOREVER, []).catch((error: { code?: string }) => error.code);
    await expect.poll(sleeping).toBe(1);
    await endAll();
    expect(await cut).toBe("57P01");
    expect(await direct.run(ONE, [1, Buffer.alloc(4)])).toHaveLength(1);
    await runOn(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where query like '%substr%' and pid <> pg_backend_pid()",
    );
    expect(
      await direct.run(ONE, [1, Buffer.alloc(4)]).catch(() => direct?.run(ONE, [1, Buffer.alloc(4)])),
    ).toHaveLength(1);
  });

  it("fails when it is not answered in time, and nobody waits behind it", async () => {
    direct = directPostgres(url, 1, 300);
    await expect(direct.run(FOREVER, [])).rejects.toThrow("did not answer in time");
    expect(await direct.run(ONE, [1, Buffer.alloc(4)])).toHaveLength(1);
    await endAll();
  });
});
