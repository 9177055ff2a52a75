import { isDoubtfulName } from "./is-doubtful-name";
import type { ThankYouVariables } from "./thank-you-variables";

/** As long as the longest description or code; nothing from outside may be longer in a mail. */
const LONGEST_VALUE = 255;
const LONGEST_NAME = 60;
// Line breaks, control characters, and marks that reorder the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/**
 * The variables as they may enter a mail: each value one line, of bounded length, without control characters.
 * A first name that mail programs would turn into a link counts as missing: review forms are open to strangers,
 * and a name is the one thing they write that lands in someone's inbox. A product's title and an order's name come from the
 * shop itself, by way of Shopify, a review app or the shop's own program, and stay as they are: "Dr.Martens" is no link.
 */
export function cleanVariables(variables: ThankYouVariables): ThankYouVariables {
  const { customer, coupon, review, product, shop, order } = variables;
  return {
    customer: { first_name: nameOrNull(customer.first_name) },
    coupon: {
      description: oneLine(coupon.description),
      // Never respelled where it can be a code at all: it would be none at checkout.
      code: coupon.code.search(INVISIBLE) === -1 ? coupon.code.toWellFormed() : oneLine(coupon.code),
      expires_on: lineOrNull(coupon.expires_on),
    },
    review: { rating: review.rating },
    product: { title: lineOrNull(product.title) },
    shop: { name: oneLine(shop.name) },
    order: { name: lineOrNull(order.name) },
  };
}

/** Text on one line: white space and invisible marks become single spaces, half characters are mended, long text is cut. */
export function oneLine(text: string, longest = LONGEST_VALUE): string {
  const line = text.toWellFormed().replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : [...line.slice(0, longest)].slice(0, -1).join("").concat("…");
}

function lineOrNull(text: string | null): string | null {
  return (text === null ? "" : oneLine(text)) || null;
}

function nameOrNull(name: string | null): string | null {
  if (name === null || isDoubtfulName(name)) return null;
  return oneLine(name, LONGEST_NAME) || null;
}
