import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { writeInbox } from "~/intake/write-inbox.server";
import { openDatabase } from "~/platform/database.server";
import { NOON } from "../support/clock";
import { testShop } from "../support/factories";

let folder: string;

afterEach(() => rm(folder, { recursive: true, force: true }));

test("a database made a moment ago takes deliveries, and a second process is refused with a clear message", async () => {
  folder = await mkdtemp(path.join(tmpdir(), "laurel-fresh-"));
  const data = { DATA_DIR: path.join(folder, "database") };
  const opened = await openDatabase(data);
  const shop = await testShop(opened.db);
  const what = { source: "shopify", topic: "orders/paid", deliveryKey: "1", eventId: null } as const;
  const entry = { shopDomain: shop.domain, ...what, body: Buffer.from("{}"), triggeredAt: null, receivedAt: NOON };
  expect(await writeInbox(opened.direct, [entry], NOON)).toEqual(["accepted"]);
  await expect(openDatabase(data)).rejects.toThrow(/Another process \(id \d+\) is using the embedded database/);
  await opened.close();
  await (await openDatabase(data)).close();
});
