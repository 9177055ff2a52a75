import { expect, it } from "vitest";
import { keptMail } from "../../tests/support/application";
import { intl } from "../../tests/support/shop-intl";
import { sendTestThankYou } from "./send-test-thank-you.server";

const draft = {
  subject: "For {{ customer.first_name }}",
  body: "Hello {{ customer.first_name }}",
  shop: { name: "Test Shop" },
  intl,
  from: "hello@laurel.example",
};

it("sends what is being written, with sample values and a code of no pool, in the shop's name", async () => {
  const mail = keptMail();
  expect(await sendTestThankYou(mail, { ...draft, to: " me@example.com " })).toEqual({
    outcome: "sent",
    to: "me@example.com",
  });
  expect(mail.mails).toMatchObject([
    {
      to: "me@example.com",
      from: { name: "Test Shop", address: "hello@laurel.example" },
      subject: "[Test] For Ada",
      html: expect.stringContaining("SAMPLE-CODE"),
      text: expect.stringContaining("Hello Ada"),
    },
  ]);
});

it("says next to which field the trouble is, and sends nothing", async () => {
  const mail = keptMail();
  expect(await sendTestThankYou(mail, { ...draft, to: "nobody" })).toMatchObject({ outcome: "refused", field: "to" });
  const broken = { ...draft, body: "{% if %}", to: "me@example.com" };
  expect(await sendTestThankYou(mail, broken)).toMatchObject({ outcome: "refused", field: "body" });
  expect(mail.mails).toEqual([]);
});

it("passes on why the provider took nothing", async () => {
  const mail = keptMail();
  mail.answer = () => ({ outcome: "refused", reason: "mailbox unknown" });
  const sent = await sendTestThankYou(mail, { ...draft, to: "me@example.com" });
  expect(sent.outcome === "refused" && intl.say(sent.message)).toContain("mailbox unknown");
});
