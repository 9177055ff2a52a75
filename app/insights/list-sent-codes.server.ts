import { findCodes } from "~/codes/find-codes.server";
import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";
import { isId } from "~/platform/ids";
import { type Cut, cutPage, fromStart, type PageAsked, readPageStart } from "./page-cursor";
import { matchRewards } from "./reward-search.server";
import { type SearchBounds, searchBounds } from "./search-bounds";
import { momentsOf, type SentCodesFilter } from "./sent-codes-filter";
import { type Walk, walkRewards } from "./walk-rewards.server";

const SHOWN = {
  coupon: { select: { id: true, description: true, trigger: true } },
  recipient: { select: { value: true, name: true } },
  engagement: true,
  messages: { where: { number: { gt: 1 } }, orderBy: { number: "desc" }, take: 1, select: { createdAt: true } },
  redemptions: {
    orderBy: { redeemedAt: "asc" },
    select: { orderName: true, orderValue: true, refunded: true, redeemedAt: true, cancelledAt: true },
  },
} as const satisfies Prisma.RewardInclude;

type Shown = Prisma.RewardGetPayload<{ include: typeof SHOWN }>;

/** An order that used the code; amounts in the shop's currency. */
export interface UsedOn {
  orderName: string | null;
  orderValue: number;
  refunded: number;
  redeemedAt: Date;
  cancelledAt: Date | null;
}

/** A reward that has its code, with who got it for what, and the orders it was used on. */
export interface SentCode extends Omit<Shown, "redemptions" | "messages"> {
  codeText: string;
  /** When somebody last had its mail sent again; null where nobody has. */
  sentAgainAt: Date | null;
  redemptions: UsedOn[];
}

export interface SentCodesPage extends Cut<SentCode> {
  /** Looking for rows ended before the page was full: the next page looks further. */
  isCut: boolean;
}

/** Which codes, and which page of them. Without a time zone, days are UTC's. */
export interface SentCodesAsked extends PageAsked, Partial<SentCodesFilter> {
  shopId: number;
  couponId?: string;
  timeZone?: string;
  /** Rows of a page. */
  size?: number;
}

/** What one page may cost. */
export interface Effort {
  /** Up to so many matches are gathered and put in order; where there are more, some are met on the walk from the newest on. */
  matches: number;
  /** Entries of an index that are looked at. */
  lookedAt: number;
}

const PAGE_SIZE = 25;
const EFFORT: Effort = { matches: 2_000, lookedAt: 3_000 };

/**
 * The record of codes taken, newest first, of all coupons or of one, narrowed to what a text, a state and days leave. However many
 * there are, a page costs a bounded number of look-ups by index: the last page what the first does, and a search for what many have
 * (a code for everybody, a single letter) may end before its page is full.
 */
export async function listSentCodes(db: Database, asked: SentCodesAsked, effort = EFFORT): Promise<SentCodesPage> {
  const { shopId, text = "", match = "prefix", size = PAGE_SIZE } = asked;
  const start = readPageStart(asked, isId);
  const bounds = text ? searchBounds(text, match) : null;
  const walk = walkOf(asked, bounds);
  const matches = bounds && (await matchRewards(db, { shopId, bounds, most: effort.matches }));
  const { found, further } = matches
    ? { found: fromStart(matches.filter(fitting(walk)), start), further: null }
    : await walkRewards(db, { ...walk, start }, { limit: size + 1, most: Math.max(effort.lookedAt, size + 1) });
  const page = cutPage(found, { start, size, placeOf: (reward) => reward, further });
  const ids = page.rows.map(({ id }) => id);
  return { ...page, rows: await load(db, shopId, ids), isCut: found.length <= size && further !== null };
}

function walkOf(asked: SentCodesAsked, bounds: SearchBounds | null): Omit<Walk, "start"> {
  const { shopId, couponId = null, state = null, from = null, until = null, timeZone = "UTC" } = asked;
  return { shopId, couponId, state, bounds, ...momentsOf({ from, until }, timeZone) };
}

function fitting({ couponId, state, since, before }: Omit<Walk, "start">) {
  return (reward: { at: Date; state: string; couponId: string }) =>
    (!couponId || reward.couponId === couponId) &&
    (!state || reward.state === state) &&
    (!since || reward.at >= since) &&
    (!before || reward.at < before);
}

/** The rewards with these ids, in their order. */
async function load(db: Database, shopId: number, ids: string[]): Promise<SentCode[]> {
  const found = await forShop(db, shopId).reward.findMany({ where: { id: { in: ids } }, include: SHOWN });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const places = rows.flatMap(({ poolId, position }) => (poolId && position ? [{ poolId, position }] : []));
  const codes = await findCodes(db, { shopId, places });
  return rows.map(({ redemptions, messages, ...row }) => ({
    ...row,
    sentAgainAt: messages[0]?.createdAt ?? null,
    codeText: row.staticCode ?? codes.shift() ?? "",
    redemptions: redemptions.map((used) => ({
      ...used,
      orderValue: used.orderValue.toNumber(),
      refunded: used.refunded.toNumber(),
    })),
  }));
}
