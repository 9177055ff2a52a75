// The world of a run, as its generator makes it: what is sent, and what must come of it. Nothing in this folder knows the app.

/** A shop's coupons, one for each of these. */
export type CouponRef = "order" | "review" | "photo" | "answer";

/** Where a coupon's codes come from. */
export type CodePlan =
  | { kind: "static"; code: string }
  /** Published pools, used in this order. */
  | { kind: "pools"; pools: string[][] }
  /** No pool at first: `lines` are uploaded while the run goes on. `codes` are the different ones among them. */
  | { kind: "import"; lines: string[]; codes: string[] };

export interface CouponPlan {
  ref: CouponRef;
  limitPerShopper: number;
  budget: number | null;
  codes: CodePlan;
}

export interface ShopPlan {
  /** From 1 on. */
  number: number;
  domain: string;
  name: string;
  /** Orders count only where the customer accepts marketing. */
  wantsConsent: boolean;
  /** Addresses and domains on the block list. */
  blocked: string[];
  /** Last part of its hook URLs, and what signs what is sent there. */
  hooks: Record<"judgeme" | "events", { token: string; secret: string }>;
  coupons: CouponPlan[];
}

export type Door = "shopify" | "judgeme" | "events";

/** One webhook. The same delivery may be sent more than once. */
export interface Delivery {
  id: number;
  shop: number;
  door: Door;
  /** Shopify's topic; empty elsewhere. */
  topic: string;
  /** The sender's id of the delivery; null for Judge.me, which has none. */
  key: string | null;
  body: string;
  /** What the inbox says of it in the end, with the reasons it may give; `refused`: it is forged, and not even stored. */
  inbox: { state: "read" | "ignored" | "unreadable" | "refused"; reasons: (string | null)[] };
  /** Sent only once this one was accepted. */
  after: number | null;
}

/** What must come of one thing a shopper did. */
export type Outcome =
  /** Exactly one reward, one code, one mail. */
  | { kind: "reward"; coupon: CouponRef }
  /** A reward and a code, but the provider never takes the address. */
  | { kind: "refused"; coupon: CouponRef }
  | { kind: "none"; reason: string }
  /** It was cancelled, before or after it was rewarded. */
  | { kind: "either"; coupon: CouponRef; reason: string }
  /** Some of its group are rewarded. */
  | { kind: "shared"; coupon: CouponRef; group: string };

export interface ExpectedFact {
  shop: number;
  /** What the sources call it, "<source>:<subject>:<id>": all lead to the same one thing. */
  aliases: string[];
  /** Where its mail goes; null where no address is known. */
  to: string | null;
  outcome: Outcome;
}

/** Of these facts exactly `rewards` are rewarded, whichever come first; the coupon gives the others `reason`. */
export interface ExpectedGroup {
  id: string;
  shop: number;
  coupon: CouponRef;
  rewards: number;
  reason: string;
}

export interface World {
  seed: number;
  shops: ShopPlan[];
  /** In the order they are to be sent: shuffled, with those that are sent twice standing there twice. */
  deliveries: Delivery[];
  facts: ExpectedFact[];
  groups: ExpectedGroup[];
}
