import { addSeconds } from "date-fns";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop } from "~/platform/generated/client";
import { type KeptMail, keptMail, testApplication } from "../../tests/support/application";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { sendTestThankYou } from "./send-test-thank-you.server";

const draft = {
  subject: "For {{ customer.first_name }}",
  body: "Hello {{ customer.first_name }}",
  shop: { name: "Test Shop", email: "owner@tea.example" },
  intl,
  from: "hello@laurel.example",
};

let opened: OpenDatabase;
let shop: Shop;

beforeAll(async () => {
  opened = await testDatabase();
  shop = await testShop(opened.db);
});
afterAll(() => opened.close());

function sendTest(mail: KeptMail, changes: { to: string; body?: string }) {
  return sendTestThankYou(testApplication(opened, { mail }), { ...draft, shopId: shop.id, ...changes });
}

it("sends what is being written, with sample values and a code of no pool, in the shop's name", async () => {
  const mail = keptMail();
  expect(await sendTest(mail, { to: " me@example.com " })).toEqual({
    outcome: "sent",
    to: "me@example.com",
  });
  expect(mail.mails).toMatchObject([
    {
      to: "me@example.com",
      from: { name: "Test Shop", address: "hello@laurel.example" },
      replyTo: "owner@tea.example",
      subject: "[Test] For Ada",
      html: expect.stringContaining("SAMPLE-CODE"),
      text: expect.stringContaining("Hello Ada"),
    },
  ]);
});

it("says next to which field the trouble is, and sends nothing", async () => {
  const mail = keptMail();
  expect(await sendTest(mail, { to: "nobody" })).toMatchObject({ outcome: "refused", field: "to" });
  const broken = { body: "{% if %}", to: "me@example.com" };
  expect(await sendTest(mail, broken)).toMatchObject({ outcome: "refused", field: "body" });
  expect(mail.mails).toEqual([]);
});

it("passes on why the provider took nothing", async () => {
  const mail = keptMail();
  mail.answer = () => ({ outcome: "refused", reason: "mailbox unknown" });
  const sent = await sendTest(mail, { to: "me@example.com" });
  expect(sent.outcome === "refused" && intl.say(sent.message)).toContain("mailbox unknown");
});

it("takes its turn with all other calls to the provider, and tells them what the provider wants", async () => {
  const mail = keptMail({ name: "resend", callsPerSecond: 5 });
  const nextCallAt = async () =>
    (await opened.db.mailPace.findUnique({ where: { transport: "resend" } }))?.nextCallAt.getTime();
  expect((await sendTest(mail, { to: "me@example.com" })).outcome).toBe("sent");
  expect(await nextCallAt()).toBe(NOON.getTime() + 216);
  mail.answer = () => ({ outcome: "retry", reason: "rate limit", retryAfterSeconds: 30, forAll: true });
  expect((await sendTest(mail, { to: "me@example.com" })).outcome).toBe("refused");
  expect(await nextCallAt()).toBe(addSeconds(NOON, 30).getTime());
});

it("sends nothing while the provider wants no call, and counts nothing", async () => {
  const mail = keptMail({ name: "resend", callsPerSecond: 5 });
  const counted = async () => (await opened.db.shop.findUniqueOrThrow({ where: { id: shop.id } })).testMails;
  const before = await counted();
  const sent = await sendTest(mail, { to: "me@example.com" });
  expect(sent.outcome === "refused" && intl.say(sent.message)).toContain("Try again in a minute");
  expect([mail.batches, await counted()]).toEqual([[], before]);
});
