import { expect, test } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { describeNotice } from "./describe-notice";

const NONE_KNOWN = { duplicateInShop: 0 };

test("the day on which codes of a file end is written as the shop writes days", () => {
  expect(describeNotice(intl, { kind: "codes_end", count: 2, firstDay: "2027-02-01" }, NONE_KNOWN)).toBe(
    "2 codes have an end date of their own, the first on 1 Feb 2027. Consider an expiration for the coupon.",
  );
});

test("columns that were not used are named", () => {
  expect(describeNotice(intl, { kind: "ignored_columns", columns: ["limit_send", "Notes"] }, NONE_KNOWN)).toBe(
    "These columns were not used: limit_send, Notes. Every code is given once.",
  );
});

test("after a replacement it is said how codes that were removed come back, where the file had some of them", () => {
  const replaced = { kind: "replaced", count: 3 } as const;
  expect(describeNotice(intl, replaced, NONE_KNOWN)).toBe(
    "3 codes of earlier uploads that nobody had been given were removed.",
  );
  expect(describeNotice(intl, replaced, { duplicateInShop: 1 })).toContain("upload the file once more");
});
