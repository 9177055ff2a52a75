/** A reward that gave somebody a code. */
export interface RewardWithCode {
  shopId: number;
  rewardId: string;
  couponId: string;
  shopperId: string;
  codeKey: string;
  /** The same for every shopper: a static coupon's code, or a fallback. */
  isStatic: boolean;
  takenAt: Date;
  /** How many orders used this reward already. */
  redeemed: number;
}

/** A code as one order used it. */
export interface UsedCode {
  shopId: number;
  shopperId: string | null;
  codeKey: string;
  /** When the order was placed. */
  placedAt: Date;
}

/** Whose code it was: the coupon's, and the reward's where that can be known. */
export interface CodeMatch {
  couponId: string;
  rewardId: string | null;
}

/**
 * Finds whose code an order used; null for a code we gave nobody. A code of a pool was its one shopper's, whoever used it.
 * One that everybody gets was the order's shopper's, who may have several: the least used counts, then the oldest. Used by
 * somebody who was not sent it, it is the coupon's alone; before it was first sent it is not ours.
 */
export function matchCode(holders: RewardWithCode[], used: UsedCode): CodeMatch | null {
  const able = holders.filter(
    (holder) => isSame(holder, used) && (!holder.isStatic || holder.takenAt <= used.placedAt),
  );
  const [own] = able.filter(({ shopperId }) => shopperId === used.shopperId).sort(byUse);
  const holder = own ?? able.find(({ isStatic }) => !isStatic) ?? able[0];
  if (!holder) return null;
  const isTheirs = holder === own || !holder.isStatic;
  return { couponId: holder.couponId, rewardId: isTheirs ? holder.rewardId : null };
}

function isSame(holder: RewardWithCode, used: UsedCode): boolean {
  return holder.shopId === used.shopId && holder.codeKey === used.codeKey;
}

function byUse(a: RewardWithCode, b: RewardWithCode): number {
  return a.redeemed - b.redeemed || a.takenAt.getTime() - b.takenAt.getTime();
}
