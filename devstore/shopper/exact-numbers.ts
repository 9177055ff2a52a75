/** Not yet in TypeScript's library; part of Node since 21. */
interface RawJson {
  rawJSON(text: string): unknown;
}

/** A whole number of any size, written into JSON digit by digit: Shopify's real ids do not fit a double. */
export function exactNumber(digits: string): unknown {
  if (!/^\d+$/.test(digits)) throw new Error(`Not a whole number: ${digits}`);
  return (JSON as unknown as RawJson).rawJSON(digits);
}

/** Writes JSON the way Shopify's servers do: `/` as `\/`, `&` as `\u0026`. Values from `exactNumber` stay exact. */
export function writeShopifyJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("/", "\\/").replaceAll("&", "\\u0026");
}
