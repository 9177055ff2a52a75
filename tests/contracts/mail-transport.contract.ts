import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MailProvider, type MailProviderKind, type Mood, testMail } from "./mail/mail-provider";

/** What every mail transport promises, whatever stands behind it; each test has a fresh provider. */
export function mailTransportContract({ name, open, moods, afterLostAnswer }: MailProviderKind): void {
  describe(`mail by ${name}`, () => {
    let provider: MailProvider;
    beforeEach(async () => {
      provider = await open();
    });
    afterEach(() => provider.close());

    const send = async (overrides = {}) => {
      const mail = testMail(overrides);
      const answer = await provider.transport.send({ id: mail.id, mails: [mail] });
      if (answer.outcome !== "settled") return answer;
      expect(answer.receipts).toHaveLength(1);
      return answer.receipts[0];
    };
    const itWhen = (mood: Mood, title: string, test: () => Promise<void>) => {
      if (!moods.includes(mood)) return;
      it(title, async () => {
        provider.nextIs(mood);
        await test();
      });
    };

    it("delivers one mail with both parts, the shop's name, Reply-To and the message id as Message-ID", async () => {
      const mail = testMail();
      expect(await send()).toMatchObject({
        outcome: "sent",
        providerId: expect.stringMatching(/.+/),
      });
      expect(await provider.received()).toEqual([
        {
          messageId: `<${mail.id}@laurel.example>`,
          from: mail.from,
          recipients: [mail.to],
          replyTo: mail.replyTo,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          headerNames: expect.any(Array),
        },
      ]);
    });

    it("keeps every script and emoji, in headers and in both parts", async () => {
      const words = "Zoë 日本語 ‏שלום🌿";
      await send({
        from: { name: words, address: "a@b.example" },
        subject: words,
        html: `<p>${words}</p>`,
        text: words,
      });
      const [got] = await provider.received();
      expect(got).toMatchObject({ from: { name: words }, subject: words, html: `<p>${words}</p>`, text: words });
    });

    it("says truly whether the same id handed over twice gives one mail", async () => {
      await send();
      expect(await send()).toMatchObject({ outcome: "sent" });
      expect(await provider.received()).toHaveLength(provider.transport.deduplicates ? 1 : 2);
    });

    it.each(["\r\n", "\n", "\r", "\u2028", "\u0085"])(
      "lets no line break (%j) become a header or a recipient",
      async (ending) => {
        const injected = `Shop${ending}Bcc: victim@example.com${ending}X-Injected: yes`;
        expect(await send({ from: { name: injected, address: "a@b.example" }, subject: injected })).toMatchObject({
          outcome: "sent",
        });
        const [got, ...more] = await provider.received();
        expect(more).toEqual([]);
        expect(got?.recipients).toEqual(["ada@example.com"]);
        expect(got?.headerNames).not.toContain("bcc");
        expect(got?.headerNames).not.toContain("x-injected");
        expect(got?.subject).toMatch(/^Shop ?.?Bcc: victim/);
      },
    );

    it.each(['"Boss" <boss@example.com>', 'a", <boss@example.com>, "b', "\\", "Tea <x@y.example>"])(
      "does not let the shop's name %j change the sender's address",
      async (shopName) => {
        await send({ from: { name: shopName, address: "coupons@laurel.example" } });
        const [got] = await provider.received();
        expect(got?.from.address).toBe("coupons@laurel.example");
        expect(got?.recipients).toEqual(["ada@example.com"]);
      },
    );

    it.each([
      "ada@example.com, bob@example.com",
      "ada@example.com;bob@example.com",
      "Ada <ada@example.com>",
      "ada@example.com\r\nBcc: bob@example.com",
      "ada",
      "",
    ])("refuses %j as a recipient and sends nothing", async (to) => {
      expect(await send({ to })).toMatchObject({ outcome: "refused" });
      expect(await provider.received()).toEqual([]);
    });

    it.each(["../../etc/cron", "a b", "", "x".repeat(65)])("refuses %j as a message id", async (id) => {
      expect(await send({ id })).toMatchObject({ outcome: "refused" });
      expect(await provider.received()).toEqual([]);
    });

    it("asks to try again when nothing can be reached, and has sent nothing", async () => {
      await provider.vanish();
      expect(await send()).toMatchObject({ outcome: "retry", reason: expect.stringMatching(/.+/) });
      expect(await provider.received()).toEqual([]);
    });

    itWhen("busy", "asks to try again when the provider is busy, and then sends one mail", async () => {
      expect(await send()).toMatchObject({ outcome: "retry" });
      expect(await provider.received()).toEqual([]);
      expect(await send()).toMatchObject({ outcome: "sent" });
      expect(await provider.received()).toHaveLength(1);
    });

    itWhen("silent", "gives up on a provider that says nothing, and may try again", async () => {
      expect(await send()).toMatchObject({ outcome: "retry" });
      expect(await provider.received()).toEqual([]);
    });

    itWhen("hangs-up", "may try again when the connection is cut before the mail was taken", async () => {
      expect(await send()).toMatchObject({ outcome: "retry" });
      expect(await send()).toMatchObject({ outcome: "sent" });
      expect(await provider.received()).toHaveLength(1);
    });

    itWhen("locked-out", "keeps the mail for later when the provider does not know us", async () => {
      expect(await send()).toMatchObject({ outcome: "retry", reason: expect.stringMatching(/key|[Aa]uthentication/) });
    });

    itWhen("refuses", "calls a mail refused when the provider will never take it", async () => {
      expect(await send()).toMatchObject({
        outcome: "refused",
        reason: expect.stringMatching(/Invalid|No such mailbox/),
      });
      expect(await provider.received()).toEqual([]);
    });

    for (const mood of ["loses-its-answer", "takes-it-silently"] as const) {
      itWhen(mood, `never makes two mails when the other end ${mood.replaceAll("-", " ")}`, async () => {
        expect((await send())?.outcome).toBe(afterLostAnswer);
        expect(await provider.received()).toHaveLength(1);
        if (afterLostAnswer !== "retry") return;
        expect(await send()).toMatchObject({ outcome: "sent" });
        expect(await provider.received()).toHaveLength(1);
      });
    }
  });
}
