import { expect, it } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { waitingWords } from "./waiting-words";

it("says how many promised coupons wait while the email is off, and nothing where none does", () => {
  expect(waitingWords(0)).toBeNull();
  expect(said(1)).toBe("1 promised coupon waits until it is on again.");
  expect(said(1200)).toBe("1,200 promised coupons wait until it is on again.");
});

function said(count: number): string | null {
  const words = waitingWords(count);
  return words && intl.say(words);
}
