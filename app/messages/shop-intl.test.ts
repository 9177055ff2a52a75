import { expect, test } from "vitest";
import { sentence } from "./sentence";
import { createShopIntl } from "./shop-intl";

const MOMENT = new Date("2026-11-22T13:05:00Z");
const german = createShopIntl({ locale: "de", country: "DE", timeZone: "Europe/Berlin", currency: "EUR" });
const american = createShopIntl({ locale: "en", country: "US", timeZone: "America/New_York", currency: "USD" });
const british = createShopIntl({ locale: "en", country: "GB", timeZone: "Europe/London", currency: "GBP" });

test("moments are written in the shop's time zone and in the order of its country", () => {
  expect(german.moment(MOMENT)).toBe("22 Nov 2026, 14:05");
  expect(american.moment(MOMENT)).toBe("Nov 22, 2026, 8:05 AM");
  expect(british.date(MOMENT)).toBe("22 Nov 2026");
});

test("a calendar day is the same day in every time zone", () => {
  expect(american.day(new Date("2026-12-31T00:00:00Z"))).toBe("Dec 31, 2026");
});

test("numbers and money are written as the shop's own language writes them, also within sentences", () => {
  expect(german.number(1_234.5)).toBe("1.234,5");
  expect(german.money(1_234.5)).toBe("1.234,50\u00a0€");
  expect(german.say("common.codes", { count: 1_234 })).toBe("1.234 codes");
  expect(american.money(1_234.5)).toBe("$1,234.50");
  expect(american.number(7.25, 1)).toBe("7.3");
});

test("the plural is that of the sentence's language, not of the shop's", () => {
  const japanese = createShopIntl({ locale: "ja", country: "JP", timeZone: "Asia/Tokyo", currency: "JPY" });
  expect(japanese.say("common.codes", { count: 1 })).toBe("1 code");
  expect(japanese.say("common.codes", { count: 2 })).toBe("2 codes");
});

test("digits stay those a merchant types, whatever the shop's language", () => {
  const egyptian = createShopIntl({ locale: "ar", country: "EG", timeZone: "Africa/Cairo", currency: "EGP" });
  expect(egyptian.number(12_345)).toMatch(/^12[.,]345$/);
});

test("without a country the shop's language says where it is most likely spoken", () => {
  expect(createShopIntl({ ...american.format, country: null }).date(MOMENT)).toBe("Nov 22, 2026");
  expect(createShopIntl({ ...german.format, country: null }).date(MOMENT)).toBe("22 Nov 2026");
});

test("a locale, country or time zone nobody knows does not keep a page from being shown", () => {
  const odd = createShopIntl({ locale: "§§", country: "ZZ", timeZone: "Mars/Base", currency: "EUR" });
  expect(odd.moment(MOMENT)).toContain("2026");
  expect(odd.money(5)).toContain("5.00");
});

test("a sentence within a sentence is said first, in the same shop's format", () => {
  const codes = sentence("common.codes", { count: 1_234 });
  expect(german.say("common.verbatim", { text: codes })).toBe("1.234 codes");
  expect(german.say(sentence("common.verbatim", { text: codes }))).toBe("1.234 codes");
  expect(german.rich("common.verbatim", { text: codes })).toEqual(["1.234 codes"]);
});

test("lists are joined as the language does", () => {
  expect(british.list(["a", "b", "c"])).toBe("a, b and c");
});

test("a value written from right to left leaves the sentence around it in order", () => {
  const said = british.say("common.verbatim", { text: "שלום" });
  expect(said).toContain("\u2068שלום\u2069");
  expect(british.say("common.verbatim", { text: "Teapot" })).not.toContain("\u2068");
  // U+202E, "right to left from here on", would turn the rest of the sentence round.
  expect(british.say("common.verbatim", { text: "abc\u202edef" })).toBe("\u2068abc\u202edef\u2069");
});
