import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sayFields } from "~/messages/say-fields";
import { createShopIntl } from "~/messages/shop-intl";
import type { Database, OpenDatabase } from "~/platform/database.server";
import { NOON } from "../../tests/support/clock";
import { testDatabase } from "../../tests/support/databases";
import { testShop } from "../../tests/support/factories";
import { intl } from "../../tests/support/shop-intl";
import { DEFAULT_THANK_YOU, SAMPLE_VARIABLES } from "../../tests/support/thank-you";
import { ensureThankYou } from "./ensure-thank-you.server";
import { previewDraft } from "./preview-draft.server";
import { renderThankYou } from "./render-thank-you";
import { saveThankYou } from "./save-thank-you.server";

describe("a shop's thank-you email", () => {
  let opened: OpenDatabase;
  let shopId: number;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    shopId = (await testShop(opened.db)).id;
  });

  /** `version`: the one the form was filled from. */
  const save = (subject: string, body: string, version = 0) =>
    saveThankYou(opened.db, { shopId, version, subject, body, intl }, NOON);

  it("starts with the default as version 1, however many ask for it first", async () => {
    const first = await Promise.all([1, 2, 3, 4].map(() => ensureThankYou(opened.db, { shopId, intl }, NOON)));
    expect(first).toEqual(Array(4).fill(expect.objectContaining({ version: 1, ...DEFAULT_THANK_YOU })));
    expect(await opened.db.thankYouEmail.count({ where: { shopId } })).toBe(1);
  });

  it("takes a subject only as long as goes out uncut", async () => {
    const longest = "x".repeat(250);
    expect((await save(`${longest}x`, "Body")).outcome).toBe("invalid");
    await save(longest, "Body");
    const saved = await ensureThankYou(opened.db, { shopId, intl }, NOON);
    expect(renderThankYou(saved, SAMPLE_VARIABLES).subject).toBe(longest);
  });

  it("is the version saved last, in the language it is written in", async () => {
    await save("One", "First");
    const german = createShopIntl({ ...intl.format, locale: "de" });
    const input = { shopId, version: 1, subject: " Two\n", body: "Zweite\r\nFassung ", intl: german };
    expect(await saveThankYou(opened.db, input, NOON)).toEqual({ outcome: "saved", version: 2 });
    expect(await ensureThankYou(opened.db, { shopId, intl }, NOON)).toMatchObject({
      version: 2,
      subject: "Two",
      body: "Zweite\nFassung",
      htmlTemplate: expect.stringMatching(/<html [^>]*lang="de"[^>]*>.*Zweite<br\/>Fassung/s),
      textTemplate: expect.stringContaining("Zweite\nFassung"),
    });
  });

  it("is not replaced by a form that was filled before it was saved; that is told what is saved now", async () => {
    await save("Theirs", "Their body");
    const newer = { version: 1, subject: "Theirs", body: "Their body" };
    expect(await save("Mine", "My body", 0)).toEqual({ outcome: "stale", newer });
    expect(await ensureThankYou(opened.db, { shopId, intl }, NOON)).toMatchObject(newer);
    expect(await save("Mine", "My body", 1)).toEqual({ outcome: "saved", version: 2 });
  });

  it("may be saved by a form filled with our words before they were stored by turning the email on", async () => {
    await ensureThankYou(opened.db, { shopId, intl }, NOON);
    expect(await save("Mine", "My body", 0)).toEqual({ outcome: "saved", version: 2 });
    expect(await save("Mine too", "My body", 0)).toMatchObject({ outcome: "stale" });
  });

  it("is not replaced either when someone else saves at the same moment", async () => {
    let others = 1;
    const interrupted = opened.db.$extends({
      query: {
        thankYouEmail: {
          async findMany({ args, query }) {
            const newest = await query(args);
            if (others-- > 0) await save("Other", "Saved between looking and writing");
            return newest;
          },
        },
      },
    }) as unknown as Database;
    const input = { shopId, version: 0, subject: "Mine", body: "Mine", intl };
    expect(await saveThankYou(interrupted, input, NOON)).toMatchObject({ outcome: "stale", newer: { version: 1 } });
    const rows = await opened.db.thankYouEmail.findMany({ where: { shopId } });
    expect(rows.map(({ subject }) => subject)).toEqual(["Other"]);
  });

  it("belongs to one shop", async () => {
    await save("Mine", "Mine");
    const other = await testShop(opened.db);
    expect(await ensureThankYou(opened.db, { shopId: other.id, intl }, NOON)).toMatchObject({
      version: 1,
      ...DEFAULT_THANK_YOU,
    });
  });

  it("is not saved with a mistake in it, and each field says what is wrong and where", async () => {
    const errorsOf = async (subject: string, body: string) => {
      const saved = await save(subject, body);
      return saved.outcome === "invalid" && sayFields(intl, saved.errors);
    };
    expect(await errorsOf("{{ coupon.cod }}", "{{ x }}\nHello\n{% if shop.name %}")).toEqual({
      subject: 'Unknown variable "coupon.cod". Pick one from the list of variables.',
      body: 'Line 1: Unknown variable "x". Pick one from the list of variables. Line 3: {% if shop.name %} has no end.',
    });
    expect(await errorsOf(" ", " \n ")).toEqual({
      subject: "Enter a subject line.",
      body: "Enter what the email says.",
    });
    expect(await errorsOf("x".repeat(256), "Hello")).toEqual({
      subject: "The subject line can have at most 250 characters.",
    });
    expect(await opened.db.thankYouEmail.count({ where: { shopId } })).toBe(0);
  });

  it.each([
    ["short paragraphs", "Hello you.\n\n".repeat(425)],
    ["as many paragraphs as there can be", "x\n\n".repeat(6_667)],
    ["as many lines as there can be", "x\n".repeat(10_000)],
    ["nothing but quotes", '"'.repeat(20_000)],
    ["short paragraphs with every variable there can be", "{{product.title}}\n\n".repeat(400)],
  ])("goes out once it is saved, whatever its shape: %s", async (_shape, body) => {
    expect(await save("Thanks", body)).toEqual({ outcome: "saved", version: 1 });
    const saved = await ensureThankYou(opened.db, { shopId, intl }, NOON);
    expect(renderThankYou(saved, SAMPLE_VARIABLES).html).toContain("SAMPLE-CODE");
    expect(await previewDraft({ subject: "Thanks", body, shop: { name: "Tea" }, intl })).toMatchObject({
      outcome: "rendered",
    });
  });

  it("is previewed as it would be saved: a body is measured after it is tidied", async () => {
    const body = `${"x\r\n".repeat(9_000)}${" ".repeat(5_000)}`;
    expect(await save(" Two\nlines ", body)).toMatchObject({ outcome: "saved" });
    const preview = await previewDraft({ subject: " Two\nlines ", body, shop: { name: "Tea" }, intl });
    expect(preview).toMatchObject({ outcome: "rendered", subject: "Two lines" });
  });
});
