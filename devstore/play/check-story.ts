import type { GivenReward, ReceivedMail, Results } from "./read-results";
import type { CouponName, Scene } from "./story";

/** A coupon of the story: how the database knows it, and which codes it may give. */
export interface StoryCoupon {
  description: string;
  codes: readonly string[];
  /** Whether everybody gets the same code. */
  isShared: boolean;
  /** What the table says somebody should get: the code itself, or that it is one of a file. */
  inWords: string;
}

export type StoryCoupons = Record<CouponName, StoryCoupon>;

/** One line of the table. */
export interface Verdict {
  shopper: string;
  did: string;
  expected: string;
  got: string;
  /** Empty: exactly as it should be. */
  problems: string[];
}

type Expectation = Pick<Scene, "shopper" | "did" | "earns" | "mailTo">;

/** Compares what really happened with what the script says, shopper by shopper; the last line is for anybody else. */
export function checkStory(scenes: readonly Expectation[], coupons: StoryCoupons, results: Results): Verdict[] {
  const repeated = repeatedCodes(results.rewards, coupons);
  const verdicts = scenes.map((scene) => checkScene(scene, coupons, results, repeated));
  const known = new Set(scenes.map(mailAddress));
  const strangers = [
    ...results.rewards.filter(({ email }) => !known.has(email)).map(({ email }) => `a reward for ${email}`),
    ...results.mails.filter(({ to }) => !known.has(to)).map(({ to }) => `a mail to ${to}`),
  ];
  if (strangers.length === 0) return verdicts;
  return [
    ...verdicts,
    {
      shopper: "Nobody of the story",
      did: "nothing",
      expected: "nothing",
      got: strangers.join(", "),
      problems: strangers,
    },
  ];
}

function checkScene(
  scene: Expectation,
  coupons: StoryCoupons,
  results: Results,
  repeated: ReadonlySet<string>,
): Verdict {
  const address = mailAddress(scene);
  const rewards = results.rewards.filter(({ email }) => email === address);
  const mails = results.mails.filter(({ to }) => to === address);
  return {
    shopper: scene.shopper.name,
    did: scene.did,
    expected: listOr(scene.earns.map((name) => coupons[name].inWords)),
    got: listOr(
      rewards.map(({ code, state }) => (state === "sent" && code ? code : `${code ?? "no code"} (${state})`)),
    ),
    problems: [
      ...checkRewards(scene.earns, coupons, rewards, repeated),
      ...checkMails(rewards, mails, scene.earns.length),
    ],
  };
}

function checkRewards(
  earns: readonly CouponName[],
  coupons: StoryCoupons,
  rewards: readonly GivenReward[],
  repeated: ReadonlySet<string>,
): string[] {
  const problems = Object.values(coupons).flatMap((coupon) => {
    const should = earns.filter((name) => coupons[name] === coupon).length;
    const did = rewards.filter((reward) => reward.coupon === coupon.description).length;
    return should === did ? [] : [`${did} instead of ${should} × “${coupon.description}”`];
  });
  for (const { coupon, state, code } of rewards) {
    const known = Object.values(coupons).find(({ description }) => description === coupon);
    if (state !== "sent") problems.push(`a reward is ${state}, not sent`);
    else if (!code || !known?.codes.includes(code)) problems.push(`the code ${code} is none of this coupon's`);
    else if (repeated.has(code)) problems.push(`the code ${code} was given twice`);
  }
  return problems;
}

function checkMails(rewards: readonly GivenReward[], mails: readonly ReceivedMail[], should: number): string[] {
  const problems = mails.length === should ? [] : [`${mails.length} instead of ${should} mails`];
  for (const { code } of rewards) {
    if (!code) continue;
    const carrying = mails.filter(({ html, text }) => html.includes(code) && text.includes(code)).length;
    if (carrying !== 1) problems.push(`${carrying} mails carry the code ${code}`);
  }
  return problems;
}

/** Codes that more than one shopper got, though each was for one alone. */
function repeatedCodes(rewards: readonly GivenReward[], coupons: StoryCoupons): ReadonlySet<string> {
  const shared = Object.values(coupons).flatMap(({ isShared, codes }) => (isShared ? codes : []));
  const given = rewards.map(({ code }) => code).filter((code) => code !== null && !shared.includes(code));
  return new Set(given.filter((code, index) => code !== null && given.indexOf(code) !== index) as string[]);
}

function mailAddress({ mailTo, shopper }: Expectation): string {
  return (mailTo ?? shopper.email).toLowerCase();
}

function listOr(words: readonly string[]): string {
  return words.length > 0 ? words.join(" + ") : "nothing";
}
