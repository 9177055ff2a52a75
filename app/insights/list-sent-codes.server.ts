import { findCodes } from "~/codes/find-codes.server";
import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";
import { isId } from "~/platform/ids";

const SHOWN = {
  coupon: { select: { id: true, description: true, trigger: true } },
  recipient: { select: { value: true, name: true } },
  engagement: true,
} as const satisfies Prisma.RewardInclude;

/** A reward that has its code, with who got it for what. */
export type SentCode = Shown & { codeText: string };

type Shown = Prisma.RewardGetPayload<{ include: typeof SHOWN }>;

/** One page, newest first. A cursor is opaque to callers; null: there is no such page. */
export interface SentCodesPage {
  rows: SentCode[];
  older: string | null;
  newer: string | null;
}

/** Where a page begins: right after, or right before, the row a cursor names. */
export interface PageAsked {
  couponId?: string;
  after?: string | null;
  before?: string | null;
}

const PAGE_SIZE = 25;

/**
 * The record of codes taken, newest first, of all coupons or of one. Reads along the index (shop, code taken, id) from the
 * cursor on, so that the last page costs what the first does. A cursor nobody was given is taken for none.
 */
export async function listSentCodes(
  db: Database,
  { shopId, couponId, after, before }: PageAsked & { shopId: number },
): Promise<SentCodesPage> {
  const [later, earlier] = [readCursor(after), readCursor(before)];
  const backwards = later === null && earlier !== null;
  const found = await forShop(db, shopId).reward.findMany({
    where: {
      AND: [{ codeTakenAt: { not: null } }, ...(later ? beyond(later) : backwards ? upTo(earlier) : [])],
      ...(couponId && { couponId }),
    },
    orderBy: backwards ? [{ codeTakenAt: "asc" }, { id: "desc" }] : [{ codeTakenAt: "desc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    include: SHOWN,
  });
  const hasMore = found.length > PAGE_SIZE;
  const page = found.slice(0, PAGE_SIZE);
  const rows = await withCodes(db, shopId, backwards ? page.reverse() : page);
  const [first, last] = [rows[0], rows.at(-1)];
  const cameFromNewer = later !== null || (backwards && hasMore);
  const hasOlder = backwards || hasMore;
  return { rows, older: hasOlder ? cursorOf(last) : null, newer: cameFromNewer ? cursorOf(first) : null };
}

/** The first condition bounds the reading of the index; the second settles who shares the cursor's moment. */
const beyond = ({ at, id }: Cursor): Prisma.RewardWhereInput[] => [
  { codeTakenAt: { lte: at } },
  { OR: [{ codeTakenAt: { lt: at } }, { id: { gt: id } }] },
];

const upTo = ({ at, id }: Cursor): Prisma.RewardWhereInput[] => [
  { codeTakenAt: { gte: at } },
  { OR: [{ codeTakenAt: { gt: at } }, { id: { lt: id } }] },
];

async function withCodes(db: Database, shopId: number, rows: Shown[]): Promise<SentCode[]> {
  const places = rows.flatMap(({ poolId, position }) => (poolId && position ? [{ poolId, position }] : []));
  const codes = await findCodes(db, { shopId, places });
  return rows.map((row) => ({ ...row, codeText: row.staticCode ?? codes.shift() ?? "" }));
}

interface Cursor {
  at: Date;
  id: string;
}

function cursorOf(row: SentCode | undefined): string | null {
  return row?.codeTakenAt ? `${row.codeTakenAt.getTime()}_${row.id}` : null;
}

function readCursor(text: string | null | undefined): Cursor | null {
  const [time = "", id = ""] = text?.split("_") ?? [];
  const at = new Date(Number(time));
  return /^\d{1,15}$/.test(time) && isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}
