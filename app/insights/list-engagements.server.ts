import type { Database } from "~/platform/database.server";
import { forShop } from "~/platform/for-shop";
import { Prisma } from "~/platform/generated/client";
import type { ActivityFilter, ActivityView } from "./activity-filter";
import { type Cut, cutPage, type PageStart, type Place } from "./page-cursor";

/** What a line about an engagement tells. */
export const LINE = {
  recipient: { select: { value: true, name: true } },
  decisions: { orderBy: [{ decidedAt: "desc" }, { id: "desc" }], take: 1 },
  rewards: {
    orderBy: [{ promisedAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true, sendAt: true, settledAt: true, reason: true, description: true },
  },
} as const satisfies Prisma.EngagementInclude;

/** An engagement with its newest decision and its rewards, newest first. */
export type ListedEngagement = Prisma.EngagementGetPayload<{ include: typeof LINE }>;

/** One page, newest first. */
export interface EngagementsPage extends Cut<ListedEngagement> {
  /** Where looking for engagements that fit stopped before the page was full; null where it went to the end. */
  searchedTo: Date | null;
}

const PAGE_SIZE = 25;
/** Decisions looked at in each step for one page: what a page costs at most, however rare what it looks for is. */
const STEPS = [60, ...Array<number>(10).fill(500)];

/**
 * Engagements of a shop, newest first, each under its newest decision. "All" goes by when we first heard of an engagement, the
 * others by when it was decided, each along its own index from the cursor on, so that the last page costs what the first does.
 * Facts that turned out to be part of another are left out.
 */
export async function listEngagements(
  db: Database,
  { shopId, filter, start }: { shopId: number; filter: ActivityFilter; start: PageStart },
): Promise<EngagementsPage> {
  const { view } = filter;
  if (view === "all" || view === "problem") return listAll(db, shopId, start);
  const { found, further } = await searchDecisions(db, { shopId, view, reason: filter.reason, start });
  const cut = cutPage(found, { start, size: PAGE_SIZE, placeOf, further });
  const shown = await load(
    db,
    shopId,
    cut.rows.map(({ engagementId }) => engagementId),
  );
  const rows = cut.rows.flatMap(({ engagementId }) => shown.get(engagementId) ?? []);
  const isCutShort = further !== null && found.length <= PAGE_SIZE;
  return { ...cut, rows, searchedTo: isCutShort ? further.at : null };
}

async function listAll(db: Database, shopId: number, start: PageStart): Promise<EngagementsPage> {
  const older = start.direction === "older";
  const found = await forShop(db, shopId).engagement.findMany({
    where: { mergedIntoId: null, AND: start.place ? beyond(start.place, older) : [] },
    orderBy: older ? [{ receivedAt: "desc" }, { id: "asc" }] : [{ receivedAt: "asc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
    include: LINE,
  });
  const cut = cutPage(found, { start, size: PAGE_SIZE, placeOf: ({ receivedAt, id }) => ({ at: receivedAt, id }) });
  return { ...cut, searchedTo: null };
}

/** The first condition bounds the reading of the index; the second settles who shares the cursor's moment. */
const beyond = ({ at, id }: Place, older: boolean): Prisma.EngagementWhereInput[] =>
  older
    ? [{ receivedAt: { lte: at } }, { OR: [{ receivedAt: { lt: at } }, { id: { gt: id } }] }]
    : [{ receivedAt: { gte: at } }, { OR: [{ receivedAt: { gt: at } }, { id: { lt: id } }] }];

async function load(db: Database, shopId: number, ids: string[]): Promise<Map<string, ListedEngagement>> {
  const rows = await forShop(db, shopId).engagement.findMany({ where: { id: { in: ids } }, include: LINE });
  return new Map(rows.map((row) => [row.id, row]));
}

interface FoundDecision {
  id: string;
  engagementId: string;
  decidedAt: Date;
  fits: boolean;
}

interface Search {
  shopId: number;
  view: DecidedView;
  reason: string | null;
  start: PageStart;
}

const placeOf = ({ id, decidedAt }: FoundDecision): Place => ({ at: decidedAt, id });

/** Steps along the decisions of one outcome until a page is full. `further` is set where it gave up before the end. */
async function searchDecisions(
  db: Database,
  search: Search,
): Promise<{ found: FoundDecision[]; further: Place | null }> {
  const found: FoundDecision[] = [];
  let { place } = search.start;
  for (const limit of STEPS) {
    if (found.length > PAGE_SIZE) break;
    const rows = await decisionsFrom(db, { ...search, start: { ...search.start, place } }, limit);
    found.push(...rows.filter(({ fits }) => fits));
    const last = rows.at(-1);
    if (!last || rows.length < limit) return { found, further: null };
    place = placeOf(last);
  }
  return { found, further: place };
}

type DecidedView = Exclude<ActivityView, "all" | "problem">;
/** Written out, since a parameter would not let the planner see that a partial index holds what is asked for. */
const OUTCOMES: Record<DecidedView, Prisma.Sql> = {
  rewarded: Prisma.sql`d.outcome = 'rewarded'`,
  waiting: Prisma.sql`d.outcome = 'waiting'`,
  not_rewarded: Prisma.sql`d.outcome = 'not_rewarded'`,
};

/**
 * The next decisions of one outcome, and whether each is the newest of an engagement that stands for itself. Asked by values, not by
 * `exists`: the planner would answer that for all rows of the table at once, however few are wanted.
 */
function decisionsFrom(db: Database, { shopId, view, reason, start }: Search, limit: number): Promise<FoundDecision[]> {
  const { direction, place } = start;
  const older = direction === "older";
  const from = place ? (older ? olderThan(place) : newerThan(place)) : Prisma.empty;
  return db.$queryRaw<FoundDecision[]>`
    select d.id, d.engagement_id as "engagementId", d.decided_at as "decidedAt",
      (${reason}::text is null or d.reason = ${reason})
      and coalesce((select e.merged_into_id is null from engagement e
        where e.id = d.engagement_id and e.shop_id = ${shopId}), false)
      and coalesce((select false from engagement_decision n
        where n.engagement_id = d.engagement_id and n.shop_id = ${shopId}
          and n.decided_at >= d.decided_at and (n.decided_at, n.id) > (d.decided_at, d.id) limit 1), true) as fits
    from engagement_decision d
    where d.shop_id = ${shopId} and ${OUTCOMES[view]} ${from}
    order by ${older ? Prisma.sql`d.decided_at desc, d.id` : Prisma.sql`d.decided_at, d.id desc`}
    limit ${limit}`;
}

const olderThan = ({ at, id }: Place) =>
  Prisma.sql`and d.decided_at <= ${at} and (d.decided_at < ${at} or d.id > ${id}::uuid)`;
const newerThan = ({ at, id }: Place) =>
  Prisma.sql`and d.decided_at >= ${at} and (d.decided_at > ${at} or d.id < ${id}::uuid)`;
