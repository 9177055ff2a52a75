import { describe, expect, test } from "vitest";
import { shopperOf } from "../shopper/catalogue";
import { checkStory, type StoryCoupons } from "./check-story";
import type { GivenReward, ReceivedMail } from "./read-results";
import type { CouponName } from "./story";

const coupons: StoryCoupons = {
  order: { description: "10% off", codes: ["SAME"], isShared: true, inWords: "SAME" },
  photo: { description: "15% off", codes: ["ONE", "TWO"], isShared: false, inWords: "one of the file" },
};

const ada = shopperOf("Ada", "ada@example.com");
const ben = shopperOf("Ben", "ben@example.com");
const scene = (shopper: typeof ada, ...earns: CouponName[]) => ({ shopper, did: "something", earns });
const reward = (email: string, coupon: string, code: string | null, state = "sent"): GivenReward => ({
  email,
  coupon,
  state,
  code,
});
const mail = (to: string, code: string): ReceivedMail => ({ to, html: `<b>${code}</b>`, text: code });

function problemsOf(earns: CouponName[], rewards: GivenReward[], mails: ReceivedMail[]): string[] {
  return checkStory([scene(ada, ...earns)], coupons, { rewards, mails }).flatMap(({ problems }) => problems);
}

const right = { rewards: [reward(ada.email, "15% off", "ONE")], mails: [mail(ada.email, "ONE")] };

test("the reward that was earned, in exactly one mail, is right", () => {
  expect(problemsOf(["photo"], right.rewards, right.mails)).toEqual([]);
});

test("nothing for somebody who earned nothing is right", () => {
  expect(problemsOf([], [], [])).toEqual([]);
});

describe("what is not exactly as it should be is found", () => {
  test("a coupon that was not earned", () => {
    expect(problemsOf([], right.rewards, right.mails)).not.toEqual([]);
  });

  test("a coupon that is missing", () => {
    expect(problemsOf(["photo", "order"], right.rewards, right.mails)).toContain("0 instead of 1 × “10% off”");
  });

  test("a second mail with the same code", () => {
    expect(problemsOf(["photo"], right.rewards, [...right.mails, ...right.mails])).toContain("2 instead of 1 mails");
  });

  test("a mail without its code", () => {
    expect(problemsOf(["photo"], right.rewards, [mail(ada.email, "TWO")])).toContain("0 mails carry the code ONE");
  });

  test("a code that is only in the HTML", () => {
    const mails = [{ to: ada.email, html: "ONE", text: "see the HTML" }];
    expect(problemsOf(["photo"], right.rewards, mails)).toContain("0 mails carry the code ONE");
  });

  test("a reward that is still on its way", () => {
    const rewards = [reward(ada.email, "15% off", null, "promised")];
    expect(problemsOf(["photo"], rewards, [])).toContain("a reward is promised, not sent");
  });

  test("a code that is not of the coupon", () => {
    const rewards = [reward(ada.email, "15% off", "SAME")];
    expect(problemsOf(["photo"], rewards, [mail(ada.email, "SAME")])).not.toEqual([]);
  });

  test("one code of the file for two shoppers", () => {
    const both = [ada, ben].map(({ email }) => reward(email, "15% off", "ONE"));
    const mails = [ada, ben].map(({ email }) => mail(email, "ONE"));
    const verdicts = checkStory([scene(ada, "photo"), scene(ben, "photo")], coupons, { rewards: both, mails });
    expect(verdicts.every(({ problems }) => problems.includes("the code ONE was given twice"))).toBe(true);
  });

  test("a mail to somebody the story does not know", () => {
    expect(problemsOf([], [], [mail("stranger@example.com", "ONE")])).toEqual(["a mail to stranger@example.com"]);
  });
});

test("the same static code for two shoppers is right", () => {
  const rewards = [ada, ben].map(({ email }) => reward(email, "10% off", "SAME"));
  const mails = [ada, ben].map(({ email }) => mail(email, "SAME"));
  const verdicts = checkStory([scene(ada, "order"), scene(ben, "order")], coupons, { rewards, mails });
  expect(verdicts.flatMap(({ problems }) => problems)).toEqual([]);
});
