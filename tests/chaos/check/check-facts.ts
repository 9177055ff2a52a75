import type { SentMail } from "../../support/resend-double/double-log";
import { shopName } from "../world/plan-shops";
import type { CodePlan, CouponRef, ExpectedFact, World } from "../world/world";
import { type Evidence, senderName } from "./evidence";
import type { FactRow, MessageRow, RewardRow } from "./run-state";
import type { Harm, Violation } from "./violation";

/** What a transport allows. */
export interface MailRules {
  /** Where a lost answer leaves it open whether the mail went out: the record says so, and the mail is not repeated. */
  mayBeUnknown: boolean;
}

/** Each thing that happened against what it had to lead to. Facts of a group are only looked at as such by `checkGroups`. */
export function checkFacts(world: World, evidence: Evidence, rules: MailRules): Violation[] {
  return world.facts.flatMap((fact) => checkFact(fact, evidence, rules));
}

function checkFact(fact: ExpectedFact, evidence: Evidence, rules: MailRules): Violation[] {
  const about = aboutFact(fact);
  const violation = (harm: Harm, what: string): Violation => ({ harm, about, what });
  const rows = fact.aliases.map((alias) => evidence.fact(fact.shop, alias));
  const [row] = rows;
  if (!row || rows.includes(undefined)) return [violation("lost", "left no trace")];
  if (rows.some((one) => one?.engagement !== row.engagement)) return [violation("doubled", "is more than one fact")];

  const rewards = evidence.rewardsOf(fact.shop, row.engagement);
  const [reward] = rewards;
  if (rewards.length > 1) return [violation("doubled", `has ${rewards.length} rewards`)];
  if (reward && fact.outcome.kind !== "none") return checkReward(fact, fact.outcome.coupon, reward, evidence, rules);
  if (reward)
    return [violation("wrong", `was rewarded, although it is ${fact.outcome.kind === "none" && fact.outcome.reason}`)];
  return checkUnrewarded(fact, row);
}

/** "shop 3 shopify:order:5000000007". */
export function aboutFact({ shop, aliases }: ExpectedFact): string {
  return `shop ${shop} ${aliases[0]}`;
}

function checkUnrewarded(fact: ExpectedFact, row: FactRow): Violation[] {
  const about = aboutFact(fact);
  const { outcome } = fact;
  if (outcome.kind === "reward" || outcome.kind === "refused") {
    return [{ harm: "missing", about, what: `has no reward (${row.outcome ?? "no decision"}: ${row.reason})` }];
  }
  // Which of a group goes without one, and that it says why, is for the group to check.
  if (outcome.kind === "shared" || row.reason === outcome.reason) return [];
  return [{ harm: "wrong", about, what: `says "${row.reason}" instead of "${outcome.reason}"` }];
}

function checkReward(
  fact: ExpectedFact,
  coupon: CouponRef,
  reward: RewardRow,
  evidence: Evidence,
  rules: MailRules,
): Violation[] {
  const about = aboutFact(fact);
  const violation = (harm: Harm, what: string): Violation => ({ harm, about, what });
  if (reward.coupon !== coupon) return [violation("wrong", `got coupon "${reward.coupon}" instead of "${coupon}"`)];
  if (reward.recipient !== fact.to) return [violation("wrong", `is for ${reward.recipient} instead of ${fact.to}`)];
  if (reward.code === null) return [violation("missing", `has no code; its reward is ${reward.state}`)];
  const plan = evidence.coupon(fact.shop, coupon)?.codes;
  if (plan && !ownsCode(plan, reward.code))
    return [violation("wrong", `got the code ${reward.code} of another coupon`)];
  const messages = evidence.messagesOf(reward);
  const [message] = messages;
  if (!message) return [violation("missing", `has no message; its reward is ${reward.state}`)];
  if (messages.length > 1) return [violation("doubled", `has ${messages.length} messages`)];
  return checkMail(fact, reward, message, evidence.mailsOf(message), rules).map(([harm, what]) =>
    violation(harm, what),
  );
}

function checkMail(
  fact: ExpectedFact,
  reward: RewardRow,
  message: MessageRow,
  mails: SentMail[],
  rules: MailRules,
): [Harm, string][] {
  const [mail] = mails;
  if (mails.length > 1) return [["doubled", `was mailed ${mails.length} times`]];
  const states = `${reward.state}/${message.state}`;
  if (states !== "sent/sent" && reward.reason === null) return [["wrong", `is ${states}, and nothing says why`]];
  if (states === "parked/parked" && rules.mayBeUnknown) return mail ? compareMail(fact, reward, mail) : [];
  if (fact.outcome.kind === "refused") return checkRefused(reward, states, mail);
  if (states !== "sent/sent") {
    return [["missing", `is ${states} (${reward.reason}) instead of sent${mail ? ", although it was mailed" : ""}`]];
  }
  if (!mail) return [["missing", "counts as sent, and the provider never had it"]];
  return compareMail(fact, reward, mail);
}

function checkRefused({ reason }: RewardRow, states: string, mail: SentMail | undefined): [Harm, string][] {
  if (mail) return [["wrong", "was mailed to an address the provider does not take"]];
  const isRefused = states === "failed/failed" && reason?.startsWith("refused");
  return isRefused ? [] : [["wrong", `is ${states} (${reason}) instead of refused`]];
}

function compareMail({ shop, to }: ExpectedFact, { code }: RewardRow, mail: SentMail): [Harm, string][] {
  if (mail.to !== to) return [["wrong", `was mailed to ${mail.to} instead of ${to}`]];
  if (senderName(mail) !== shopName(shop)) return [["wrong", `was mailed in the name of ${senderName(mail)}`]];
  if (mail.found.length !== 1 || mail.found[0] !== code) {
    return [["wrong", `was mailed ${mail.found.join(", ") || "no code"} instead of ${code}`]];
  }
  return [];
}

function ownsCode(plan: CodePlan, code: string): boolean {
  if (plan.kind === "static") return plan.code === code;
  const [one = ""] = plan.kind === "pools" ? plan.pools.flat() : plan.codes;
  // All of a coupon's codes begin alike, and no other coupon's do.
  return code.startsWith(one.slice(0, one.lastIndexOf("-") + 1));
}
