import type { Sentence } from "./sentence";
import type { ShopIntl } from "./shop-intl";

/** What is wrong with the fields of a form, by name, in words; fields without a sentence are left out. */
export function sayFields(intl: ShopIntl, fields: Record<string, Sentence | undefined>): Record<string, string> {
  const said = Object.entries(fields).flatMap(([name, what]) => (what ? [[name, intl.say(what)]] : []));
  return Object.fromEntries(said);
}
