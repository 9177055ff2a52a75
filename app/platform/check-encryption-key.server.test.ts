import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { testCipher } from "../../tests/support/test-env";
import { checkEncryptionKey } from "./check-encryption-key.server";
import type { OpenDatabase } from "./database.server";
import { createCipher } from "./encryption";

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

test("any key fits an empty database; later only the one its shops were sealed with", async () => {
  const otherCipher = createCipher(Buffer.alloc(32, 8).toString("base64"));
  expect(await checkEncryptionKey(opened.db, otherCipher)).toEqual({ outcome: "fits" });
  await testShop(opened.db);
  expect(await checkEncryptionKey(opened.db, otherCipher)).toEqual({ outcome: "wrong_key" });
  expect(await checkEncryptionKey(opened.db, testCipher)).toEqual({ outcome: "fits" });
});
