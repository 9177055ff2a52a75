import type { CouponRef } from "../world/world";

// What stands in the database after a run, as plain rows. `shop` is the number in the shop's domain.

export interface InboxRow {
  shop: number;
  source: string;
  topic: string;
  key: string;
  state: string;
  reason: string | null;
}

/** A fact under one of its names, with its newest decision. */
export interface FactRow {
  shop: number;
  alias: string;
  /** The engagement the name leads to. */
  engagement: string;
  outcome: string | null;
  reason: string | null;
  /** What each coupon answered, by coupon. */
  answers: Partial<Record<CouponRef, string>>;
}

export interface RewardRow {
  shop: number;
  id: string;
  engagement: string;
  coupon: CouponRef;
  state: string;
  reason: string | null;
  /** The code it holds; null for none. */
  code: string | null;
  isStatic: boolean;
  /** The recipient's address as stored. */
  recipient: string | null;
}

export interface MessageRow {
  shop: number;
  id: string;
  reward: string;
  state: string;
}

export interface PoolRow {
  shop: number;
  coupon: CouponRef;
  id: string;
  number: number;
  state: string;
  size: number;
  /** Positions in its takings, each counted as often as it was taken, and the largest of them. */
  taken: number;
  lastTaken: number;
  /** Codes that exist for others: rows at positions 1 to size. */
  codes: number;
  /** Rewards that hold one of its positions, how many different ones, and the largest. */
  holders: number;
  positions: number;
  largest: number;
}

export interface CouponRow {
  shop: number;
  coupon: CouponRef;
  budgetUsed: number;
  /** Rewards that have not ended. */
  rewards: number;
  /** Different codes in its published pools. */
  codes: number;
}

/** A count that must be zero: rows that refer to another shop's, or that wait for something that never comes. */
export interface ForbiddenCount {
  what: string;
  count: number;
}

export interface RunState {
  inbox: InboxRow[];
  facts: FactRow[];
  rewards: RewardRow[];
  messages: MessageRow[];
  pools: PoolRow[];
  coupons: CouponRow[];
  /** Engagements by shop, those merged into another left out. */
  engagements: { shop: number; count: number }[];
  foreign: ForbiddenCount[];
}
