import { expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { describeRewardReason } from "./reward-reason";

it("is told in words, with what the provider said of it", () => {
  expect(intl.say(describeRewardReason("upgraded"))).toBe("replaced by a more demanding coupon");
  expect(intl.say(describeRewardReason("refused: Resend: {mailbox} full"))).toBe(
    "the mail was refused: Resend: {mailbox} full",
  );
});

it("is shown as it is where it was stored by another version", () => {
  expect(intl.say(describeRewardReason("gone_fishing: until <Monday>"))).toBe("gone fishing: until <Monday>");
});
