import type { ShopDatabase } from "~/platform/for-shop";
import type { Prisma } from "~/platform/generated/client";
import { isId } from "~/platform/ids";

const SHOWN = {
  code: { select: { code: true } },
  coupon: { select: { id: true, description: true, trigger: true } },
  recipient: { select: { value: true, name: true } },
  engagement: true,
} as const satisfies Prisma.RewardInclude;

/** A reward that has its code, with who got it for what. */
export type SentCode = Prisma.RewardGetPayload<{ include: typeof SHOWN }>;

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
export async function listSentCodes(db: ShopDatabase, { couponId, after, before }: PageAsked): Promise<SentCodesPage> {
  const [later, earlier] = [readCursor(after), readCursor(before)];
  const backwards = later === null && earlier !== null;
  const found = await db.reward.findMany({
    where: {
      codeTakenAt: { not: null },
      ...(couponId && { couponId }),
      ...(later && { OR: [{ codeTakenAt: { lt: later.at } }, { codeTakenAt: later.at, id: { gt: later.id } }] }),
      ...(backwards && {
        OR: [{ codeTakenAt: { gt: earlier.at } }, { codeTakenAt: earlier.at, id: { lt: earlier.id } }],
      }),
    },
    orderBy: backwards ? [{ codeTakenAt: "asc" }, { id: "desc" }] : [{ codeTakenAt: "desc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    include: SHOWN,
  });
  const hasMore = found.length > PAGE_SIZE;
  const page = found.slice(0, PAGE_SIZE);
  const rows = backwards ? page.reverse() : page;
  const [first, last] = [rows[0], rows.at(-1)];
  const cameFromNewer = later !== null || (backwards && hasMore);
  const hasOlder = backwards || hasMore;
  return { rows, older: hasOlder ? cursorOf(last) : null, newer: cameFromNewer ? cursorOf(first) : null };
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
