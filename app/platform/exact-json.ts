/** ECMA-262 "JSON.parse source text access": the third argument of a reviver, not yet in TypeScript's library. */
type ReviverWithSource = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * `JSON.parse` that keeps integers a double cannot hold as strings of their digits: Shopify's ids exceed 2^53.
 * Throws SyntaxError on text that is no JSON.
 */
export function parseExactJson(text: string): unknown {
  const keepDigits: ReviverWithSource = (_key, value, context) =>
    typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context.source ?? "")
      ? context.source
      : value;
  return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
}
