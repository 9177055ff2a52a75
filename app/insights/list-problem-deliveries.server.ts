import type { Database } from "~/platform/database.server";
import { type InboxDelivery, Prisma } from "~/platform/generated/client";
import { type Cut, cutPage, type PageStart } from "./page-cursor";

/** A delivery that became no engagement though it should have. */
export type ProblemDelivery = Pick<
  InboxDelivery,
  "id" | "source" | "topic" | "state" | "reason" | "receivedAt" | "repeats"
>;

const PAGE_SIZE = 25;

/** Deliveries of a shop that could not be read, or whose reading failed for good, newest first, page by page. */
export async function listProblemDeliveries(
  db: Database,
  { shopId, start }: { shopId: number; start: PageStart },
): Promise<Cut<ProblemDelivery>> {
  const older = start.direction === "older";
  const found = await db.$queryRaw<ProblemDelivery[]>`
    select id, source, topic, state, reason, received_at as "receivedAt", repeats from inbox_delivery
    where shop_id = ${shopId} and (state = 'unreadable' or state = 'failed') ${beyond(start)}
    order by ${older ? Prisma.sql`received_at desc, id desc` : Prisma.sql`received_at, id`}
    limit ${PAGE_SIZE + 1}`;
  return cutPage(found, {
    start,
    size: PAGE_SIZE,
    placeOf: ({ receivedAt, id }) => ({ at: receivedAt, id: String(id) }),
  });
}

function beyond({ place, direction }: PageStart): Prisma.Sql {
  if (!place) return Prisma.empty;
  const { at, id } = place;
  return direction === "older"
    ? Prisma.sql`and received_at <= ${at} and (received_at < ${at} or id < ${id}::bigint)`
    : Prisma.sql`and received_at >= ${at} and (received_at > ${at} or id > ${id}::bigint)`;
}
