import type { SentMail } from "../../support/resend-double/double-log";
import { deliveryKey } from "../delivery/sign-delivery";
import { shopName } from "../world/plan-shops";
import type { CodePlan, CouponPlan, Delivery, ExpectedFact, World } from "../world/world";
import type { RunEvidence } from "./check-run";
import type { CouponRow, FactRow, PoolRow, RunState } from "./run-state";

/** What a run of this world leaves behind when all goes well, made up: for tests of the checker to spoil. */
export function perfectRun(world: World): RunEvidence {
  const sent = [...new Map(world.deliveries.map((delivery) => [delivery.id, delivery])).values()];
  const state: RunState = {
    inbox: sent.filter(isStored).map(inboxRow),
    facts: [],
    rewards: [],
    messages: [],
    pools: world.shops.flatMap((shop) => shop.coupons.flatMap((coupon) => poolsOf(shop.number, coupon))),
    coupons: world.shops.flatMap((shop) => shop.coupons.map((coupon) => couponRow(shop.number, coupon))),
    engagements: world.shops.map(({ number }) => ({
      shop: number,
      count: world.facts.filter(({ shop }) => shop === number).length,
    })),
    foreign: [{ what: "rewards of another shop's coupon", count: 0 }],
  };
  const mails: SentMail[] = [];
  const left = new Map(world.groups.map((group) => [`${group.shop} ${group.id}`, group.rewards]));
  world.facts.forEach((fact, index) => void record(world, fact, index, { state, mails, left }));
  const deliveries = sent.map((delivery) => ({ id: delivery.id, status: isStored(delivery) ? 200 : 401, at: 0 }));
  return { world, deliveries, mails, state };
}

const isStored = ({ inbox }: Delivery) => inbox.state !== "refused";

function inboxRow(delivery: Delivery): RunState["inbox"][number] {
  const { shop, door, topic, inbox } = delivery;
  return {
    shop,
    source: door,
    topic,
    key: deliveryKey(delivery),
    state: inbox.state,
    reason: inbox.reasons[0] ?? null,
  };
}

interface Written {
  state: RunState;
  mails: SentMail[];
  left: Map<string, number>;
}

function record(world: World, fact: ExpectedFact, index: number, { state, mails, left }: Written): void {
  const { shop, aliases, outcome } = fact;
  const engagement = `engagement-${index}`;
  const isRewarded = decide(fact, left);
  const row: Omit<FactRow, "alias"> = {
    shop,
    engagement,
    outcome: isRewarded ? "rewarded" : "not_rewarded",
    reason: outcome.kind === "none" || outcome.kind === "either" ? outcome.reason : null,
    answers: {},
  };
  if (outcome.kind === "shared") {
    const group = world.groups.find(({ id, shop: number }) => number === shop && id === outcome.group);
    row.answers[outcome.coupon] = group?.reason ?? "";
  }
  state.facts.push(...aliases.map((alias) => ({ ...row, alias })));
  if (!isRewarded || outcome.kind === "none") return;

  const plan = world.shops.find(({ number }) => number === shop)?.coupons.find(({ ref }) => ref === outcome.coupon);
  const code = plan ? takeCode(state, shop, plan) : null;
  const isRefused = outcome.kind === "refused";
  const id = `reward-${index}`;
  const common = {
    shop,
    id,
    engagement,
    coupon: outcome.coupon,
    reason: isRefused ? "refused: no such mailbox" : null,
    recipient: fact.to,
  };
  const isStatic = plan?.codes.kind === "static";
  state.rewards.push({ ...common, state: isRefused ? "failed" : "sent", code, isStatic });
  const message = `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
  state.messages.push({ shop, id: message, reward: id, state: isRefused ? "failed" : "sent" });
  if (!isRefused && code !== null) mails.push(mailOf(fact, message, code));
}

/** Of a group the first ones; what may be either is not rewarded. */
function decide({ shop, outcome }: ExpectedFact, left: Map<string, number>): boolean {
  if (outcome.kind !== "shared") return outcome.kind === "reward" || outcome.kind === "refused";
  const key = `${shop} ${outcome.group}`;
  const free = left.get(key) ?? 0;
  left.set(key, free - 1);
  return free > 0;
}

function takeCode(state: RunState, shop: number, { ref, codes }: CouponPlan): string | null {
  const coupon = state.coupons.find((row) => row.shop === shop && row.coupon === ref);
  if (coupon) Object.assign(coupon, { budgetUsed: coupon.budgetUsed + 1, rewards: coupon.rewards + 1 });
  if (codes.kind === "static") return codes.code;
  const pool = state.pools.find((row) => row.shop === shop && row.coupon === ref && row.taken < row.size);
  if (!pool) return null;
  const taken = pool.taken + 1;
  Object.assign(pool, { taken, lastTaken: taken, holders: taken, positions: taken, largest: taken });
  return codesOf(codes)[pool.number - 1]?.[taken - 1] ?? null;
}

function mailOf({ shop, to }: ExpectedFact, message: string, code: string): SentMail {
  const from = `"${shopName(shop)}" <coupons@laurel.example>`;
  const messageId = `<${message}@laurel.example>`;
  return {
    kind: "mail",
    at: 0,
    key: "k",
    index: 0,
    id: "re_1",
    from,
    to: to ?? "",
    subject: "",
    messageId,
    found: [code],
  };
}

function codesOf(codes: CodePlan): string[][] {
  if (codes.kind === "static") return [];
  return codes.kind === "pools" ? codes.pools : [codes.codes];
}

function poolsOf(shop: number, { ref, codes }: CouponPlan): PoolRow[] {
  return codesOf(codes).map((pool, index) => ({
    shop,
    coupon: ref,
    id: `pool-${shop}-${ref}-${index}`,
    number: index + 1,
    state: "open",
    size: pool.length,
    taken: 0,
    lastTaken: 0,
    codes: pool.length,
    holders: 0,
    positions: 0,
    largest: 0,
  }));
}

function couponRow(shop: number, { ref, codes }: CouponPlan): CouponRow {
  return { shop, coupon: ref, budgetUsed: 0, rewards: 0, codes: codesOf(codes).flat().length };
}
