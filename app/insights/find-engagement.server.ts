import { describeReason } from "~/coupons/reason";
import type { Sentence } from "~/messages/sentence";
import type { ShopDatabase } from "~/platform/for-shop";
import type { Engagement, EngagementDecision, Prisma, Reward, Source } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { couponAnswers, describeDecision } from "./coupon-answers";

/** One run of deciding, in words. */
export interface RecordedDecision extends Pick<EngagementDecision, "id" | "decidedAt" | "outcome" | "reason"> {
  why: Sentence;
  /** Each coupon looked at, most demanding first. `name` is its description now; null where the coupon is gone. */
  answers: { couponId: string; name: string | null; matched: boolean; why: Sentence }[];
}

/** A reward, with its code once it was taken. */
export interface RecordedReward
  extends Pick<
    Reward,
    "id" | "state" | "description" | "reason" | "sendAt" | "promisedAt" | "codeTakenAt" | "settledAt"
  > {
  code: string | null;
}

/** All there is to tell about one engagement; decisions and rewards newest first. */
export interface EngagementRecord {
  engagement: Engagement;
  /** `value` is the address. Null where the source gave none; its fields are null once erased. */
  recipient: { name: string | null; value: string | null } | null;
  sources: Source[];
  decisions: RecordedDecision[];
  rewards: RecordedReward[];
}

const NEWEST_FIRST = [{ decidedAt: "desc" }, { id: "desc" }] as const;
const SHOWN = {
  recipient: { select: { name: true, value: true } },
  aliases: { select: { aliasKey: true } },
  decisions: { orderBy: [...NEWEST_FIRST] },
  rewards: { orderBy: [{ promisedAt: "desc" }, { id: "desc" }], include: { code: { select: { code: true } } } },
} satisfies Prisma.EngagementInclude;

/** Finds what happened, every decision about it and what came of it. `merged`: it is told as part of another engagement. */
export async function findEngagement(
  db: ShopDatabase,
  { engagementId }: { engagementId: string },
): Promise<
  | { outcome: "found"; record: EngagementRecord }
  | { outcome: "merged"; engagementId: string }
  | { outcome: "not_found" }
> {
  if (!isId(engagementId)) return { outcome: "not_found" };
  const found = await db.engagement.findFirst({ where: { id: engagementId }, include: SHOWN });
  if (!found) return { outcome: "not_found" };
  if (found.mergedIntoId) return { outcome: "merged", engagementId: found.mergedIntoId };
  const { recipient, aliases, decisions, rewards, ...engagement } = found;
  const names = await couponNames(db, decisions);
  const record = {
    engagement,
    recipient,
    sources: sourcesOf(aliases),
    decisions: decisions.map((decision) => inWords(decision, names)),
    rewards: rewards.map(({ code, ...reward }) => ({ ...reward, code: code?.code ?? reward.staticCode })),
  };
  return { outcome: "found", record };
}

async function couponNames(db: ShopDatabase, decisions: EngagementDecision[]): Promise<Map<string, string>> {
  const ids = decisions.flatMap(couponAnswers).map(({ couponId }) => couponId);
  const coupons = await db.coupon.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, description: true },
  });
  return new Map(coupons.map(({ id, description }) => [id, description]));
}

function inWords(decision: EngagementDecision, names: Map<string, string>): RecordedDecision {
  const { id, decidedAt, outcome, reason: overall } = decision;
  const answers = couponAnswers(decision).map(({ couponId, matched, reason, detail }) => ({
    couponId,
    name: names.get(couponId) ?? null,
    matched,
    why: describeReason(reason, detail),
  }));
  return { id, decidedAt, outcome, reason: overall, why: describeDecision(decision), answers };
}

/** An alias begins with the source that uses it: "<source>:<subject>:<external id>". */
function sourcesOf(aliases: { aliasKey: string }[]): Source[] {
  const names = aliases.map(({ aliasKey }) => aliasKey.slice(0, aliasKey.indexOf(":")) as Source);
  return [...new Set(names)].toSorted();
}
