import { memoize } from "@formatjs/fast-memoize";
import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { english, type MessageId } from "./english";
import { regionalLocale } from "./regional-locale";
import type { MessageValues, Sentence } from "./sentence";

/** What a shop's way of writing depends on: BCP 47, ISO 3166 (null where unknown), IANA and ISO 4217. */
export interface ShopFormat {
  locale: string;
  country: string | null;
  timeZone: string;
  currency: string;
}

/** Turns facts into words for one shop's merchants; the same on the server and in every browser. */
export interface ShopIntl {
  format: ShopFormat;
  /** A message of the catalogue, by its id or as rules gave it. */
  say(message: MessageId | Sentence, values?: MessageValues): string;
  /** A message with elements in it, in the order they are read: each `<tag>` goes to the function of that name. */
  rich<Element>(id: MessageId, values: RichValues<Element>): (string | Element)[];
  /** A moment in the shop's time zone, "22 Nov 2026, 14:05". */
  moment(at: Date): string;
  /** The day of a moment in the shop's time zone, "22 Nov 2026". */
  date(at: Date): string;
  /** A calendar day as the database gives it (UTC midnight), "22 Nov 2026". */
  day(day: Date): string;
  /** An amount in the shop's currency, "€1,234.50". */
  money(amount: number): string;
  /** "1,234.5"; with at most `digits` after the point, 3 unless told. */
  number(value: number, digits?: number): string;
  /** "a, b and c". */
  list(items: string[]): string;
}

type RichValues<Element> = Record<string, MessageValues[string] | ((inner: (string | Element)[]) => Element)>;

const RIGHT_TO_LEFT =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The language of the catalogue; another is another object of the same ids. */
const LANGUAGE = "en";

/**
 * The words and formats of one shop. Sentences are English, dates in the order of the shop's country, numbers and money as its
 * own language writes them. A time zone or locale this machine does not know counts as UTC or English.
 */
export function createShopIntl(format: ShopFormat): ShopIntl {
  const words = regionalLocale(LANGUAGE, format);
  const figures = knownLocale(regionalLocale(format.locale, format));
  const timeZone = isTimeZone(format.timeZone) ? format.timeZone : "UTC";
  const dated = (options: Intl.DateTimeFormatOptions) => dateFormat(words, { timeZone, ...options });
  const counted = (options: Intl.NumberFormatOptions) => numberFormat(figures, { numberingSystem: "latn", ...options });
  const formatters: Formatters = {
    getNumberFormat: (_locale, options) => counted((options ?? {}) as Intl.NumberFormatOptions),
    getDateTimeFormat: (_locale, options) => dated(options ?? {}),
    getPluralRules: (_locale, options) => pluralRules(LANGUAGE, options ?? {}),
  };
  const message = memoize((id: MessageId) => new IntlMessageFormat(syntaxOf(id), words, undefined, { formatters }));
  const fill = ({ id, values = {} }: Sentence): string => String(message(id).format(inWords(values)));
  const inWords = <Value>(values: Record<string, Value | Sentence>): Record<string, Value | string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, isSentence(value) ? fill(value) : isolated(value)]),
    );
  return {
    format,
    say: (said, values) => fill(typeof said === "string" ? { id: said, values } : said),
    rich: (id, values) => [message(id).format(inWords(values) as never)].flat() as never,
    moment: (at) => plainSpaces(dated({ dateStyle: "medium", timeStyle: "short" }).format(at)),
    date: (at) => dated({ dateStyle: "medium" }).format(at),
    day: (day) => dated({ dateStyle: "medium", timeZone: "UTC" }).format(day),
    money: (amount) => counted({ style: "currency", currency: format.currency }).format(amount),
    number: (value, digits = 3) => counted({ maximumFractionDigits: digits }).format(value),
    list: (items) => listFormat(words, { type: "conjunction" }).format(items),
  };
}

/** The format of a shop's row and nothing else of it: what a page may be given. */
export function shopFormat({ locale, country, timeZone, currency }: ShopFormat): ShopFormat {
  return { locale, country, timeZone, currency };
}

/** Reading a message's syntax and making Intl's objects is slow; a message, a locale and its options are few. */
const syntaxOf = memoize((id: MessageId) => new IntlMessageFormat(english[id], LANGUAGE).getAst());
const dateFormat = memoize(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const numberFormat = memoize(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const pluralRules = memoize(
  (locale: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);
const listFormat = memoize((locale: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));

function isSentence(value: unknown): value is Sentence {
  return typeof value === "object" && value !== null && "id" in value;
}

/**
 * A text written from right to left takes no comma or number of the sentence around it along
 * (Unicode's isolates, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
function isolated<Value>(value: Value): Value | string {
  return typeof value === "string" && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}

/** Versions of ICU differ in the space before "PM"; a page must read the same on the server and in the browser. */
function plainSpaces(text: string): string {
  return text.replaceAll("\u202f", " ");
}

function knownLocale(locale: string): string {
  return isKnown(() => new Intl.NumberFormat(locale)) ? locale : LANGUAGE;
}

function isTimeZone(name: string): boolean {
  return isKnown(() => new Intl.DateTimeFormat(LANGUAGE, { timeZone: name }));
}

function isKnown(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
