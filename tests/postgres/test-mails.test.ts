import { addHours, addMilliseconds } from "date-fns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendTestThankYou } from "~/emails/send-test-thank-you.server";
import type { OpenDatabase } from "~/platform/database.server";
import { keptMail, testApplication } from "../support/application";
import { NOON } from "../support/clock";
import { postgresAvailable, postgresDatabase } from "../support/databases";
import { testShop } from "../support/factories";
import { intl } from "../support/shop-intl";

describe.skipIf(!postgresAvailable())("test mails on PostgreSQL", () => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await postgresDatabase();
  });
  afterAll(() => opened.close());

  it("are 20 an hour for a shop, however many are asked for at once, and go on when the hour is over", async () => {
    const mail = keptMail();
    const [shop, other] = [await testShop(opened.db), await testShop(opened.db)];
    const send = (sender: typeof shop, now = NOON) =>
      sendTestThankYou(testApplication(opened, { mail, now: () => now }), {
        shopId: sender.id,
        shop: sender,
        to: "me@example.com",
        from: "hello@laurel.example",
        subject: "For you",
        body: "Hello",
        intl,
      });
    const all = await Promise.all(Array.from({ length: 50 }, () => send(shop)));
    expect(all.filter(({ outcome }) => outcome === "sent")).toHaveLength(20);
    expect(all.filter(({ outcome }) => outcome === "limited")).toHaveLength(30);
    expect(mail.mails).toHaveLength(20);
    expect((await send(other)).outcome).toBe("sent");
    const end = addHours(NOON, 1);
    expect(await send(shop, addMilliseconds(end, -1))).toEqual({ outcome: "limited", most: 20, until: end });
    const next = await Promise.all(Array.from({ length: 50 }, () => send(shop, end)));
    expect(next.filter(({ outcome }) => outcome === "sent")).toHaveLength(20);
  });
});
