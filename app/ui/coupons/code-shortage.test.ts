import { expect, test } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { codeShortage } from "./code-shortage";

test("shoppers who were promised a coupon are told apart from the codes left for them", () => {
  expect(codeShortage({ promised: 3, left: 3 })).toBeNull();
  expect(codeShortage({ promised: 0, left: 0 })).toBeNull();
  expect(said({ promised: 5, left: 3 })).toBe(
    "Only 3 codes are left: 2 of the 5 shoppers will get nothing unless you upload more codes before you delete the coupon.",
  );
  expect(said({ promised: 2, left: 1 })).toContain("Only 1 code is left: 1 of the 2 shoppers will get nothing");
  expect(said({ promised: 2, left: 0 })).toContain("No codes are left: none of the 2 shoppers will get anything");
  expect(said({ promised: 1, left: 0 })).toContain("No codes are left: the shopper will get nothing");
});

function said(codes: { promised: number; left: number }): string {
  const shortage = codeShortage(codes);
  return shortage ? intl.say(shortage) : "";
}
