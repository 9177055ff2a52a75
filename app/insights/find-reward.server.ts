import type { ShopDatabase } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { type StoryMoment, tellStory } from "./reward-story";

const TOLD = {
  coupon: { select: { id: true, description: true, state: true } },
  recipient: { select: { value: true, name: true } },
  code: { select: { code: true } },
  engagement: { include: { decisions: true } },
  messages: { orderBy: { number: "asc" } },
  redemptions: true,
} as const satisfies Prisma.RewardInclude;

/** A reward with all that is known of it, as its story is told from. */
export type ToldReward = Prisma.RewardGetPayload<{ include: typeof TOLD }>;

/** What the page of one reward shows. Mails' texts are left out. */
export interface RewardRecord extends Pick<ToldReward, "id" | "state" | "reason" | "description" | "expiresOn"> {
  /** "": it has none yet. */
  codeText: string;
  coupon: ToldReward["coupon"];
  recipient: ToldReward["recipient"];
  engagement: Omit<ToldReward["engagement"], "decisions">;
  /** In the order in which it happened. */
  story: StoryMoment[];
}

/** One reward of the shop with its whole story; null for anything else, other shops' rewards among it. */
export async function findReward(db: ShopDatabase, { rewardId }: { rewardId: string }): Promise<RewardRecord | null> {
  if (!isId(rewardId)) return null;
  const found = await db.reward.findFirst({ where: { id: rewardId }, include: TOLD });
  if (!found) return null;
  const { id, state, reason, description, expiresOn, coupon, recipient, staticCode, code } = found;
  const { decisions: _, ...engagement } = found.engagement;
  const codeText = code?.code ?? staticCode ?? "";
  const orderIds = found.redemptions.map(({ orderId }) => orderId);
  const refunds = orderIds.length > 0 ? await db.orderRefund.findMany({ where: { orderId: { in: orderIds } } }) : [];
  const story = tellStory({ ...found, refunds });
  return { id, state, reason, description, expiresOn, coupon, recipient, engagement, codeText, story };
}
