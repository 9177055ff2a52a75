import type { SentMail } from "../../support/resend-double/double-log";
import type { CouponPlan, CouponRef, World } from "../world/world";
import type { FactRow, MessageRow, RewardRow, RunState } from "./run-state";

/** What database and provider say, found by what one asks for. */
export interface Evidence {
  fact(shop: number, alias: string): FactRow | undefined;
  /** Rewards of an engagement that have not ended. */
  rewardsOf(shop: number, engagement: string): RewardRow[];
  messagesOf(reward: RewardRow): MessageRow[];
  /** What the provider sent under a message's id. */
  mailsOf(message: MessageRow): SentMail[];
  coupon(shop: number, ref: CouponRef): CouponPlan | undefined;
}

/** Makes database rows and the provider's log findable. */
export function gatherEvidence(world: World, state: RunState, mails: SentMail[]): Evidence {
  const facts = new Map(state.facts.map((row) => [`${row.shop} ${row.alias}`, row]));
  const live = state.rewards.filter((reward) => reward.state !== "ended");
  const rewards = Map.groupBy(live, (row) => `${row.shop} ${row.engagement}`);
  const messages = Map.groupBy(state.messages, (row) => `${row.shop} ${row.reward}`);
  const byMessage = Map.groupBy(mails, (mail) => messageIdOf(mail) ?? "");
  const coupons = new Map(
    world.shops.flatMap((shop) => shop.coupons.map((plan) => [`${shop.number} ${plan.ref}`, plan])),
  );
  return {
    fact: (shop, alias) => facts.get(`${shop} ${alias}`),
    rewardsOf: (shop, engagement) => rewards.get(`${shop} ${engagement}`) ?? [],
    messagesOf: ({ shop, id }) => messages.get(`${shop} ${id}`) ?? [],
    mailsOf: ({ id }) => byMessage.get(id) ?? [],
    coupon: (shop, ref) => coupons.get(`${shop} ${ref}`),
  };
}

/** The message's id as the Message-ID header carries it: `<id@domain>`. */
export function messageIdOf({ messageId }: Pick<SentMail, "messageId">): string | null {
  return /^<([^@>]+)@/.exec(messageId ?? "")?.[1] ?? null;
}

/** The name in a From line: `"Shop 03" <address>`. */
export function senderName({ from }: Pick<SentMail, "from">): string {
  return from
    .replace(/<[^>]*>/, "")
    .replaceAll('"', "")
    .trim();
}
