import type { Database, Transaction } from "~/platform/database.server";
import type { MailBatch } from "~/platform/generated/client";
import type { MailTransport } from "~/platform/mail/mail-transport";
import { reachPoint } from "~/platform/reach-point";
import { writeRows } from "~/platform/write-rows.server";
import { type BatchOfMails, leaseBatch } from "./mail-batch";
import { type RetryVerdict, retryVerdict } from "./retry-verdict";
import { type SettledMessage, settleMessages } from "./settle-messages.server";

/** Who asks, and what it must not be given: a process may have lost the lease of a call it is still making. */
interface Claim {
  limit: number;
  afterShop: number;
  holder: string;
  inHand: string[];
  transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs">;
}

/** What was claimed. `taken` also counts what was settled instead; `lastShop` is where the next turn begins. */
export interface ClaimedBatches {
  taken: number;
  batches: BatchOfMails[];
  lastShop: number;
}

/** Batches among which shops take turns: the longest due. The others' time comes when these were tried and wait again. */
const CHOICE = 2_000;

/**
 * Leases batches whose time to be tried again has come, or whose holder died, to `holder`, who hands them over. The shops of
 * their first mails take turns, beginning after `afterShop`. Batches nobody may try again are settled, their mails parked for
 * a person, or failed where they were surely not sent.
 */
export async function claimBatches(db: Database, input: Claim, now: Date): Promise<ClaimedBatches> {
  const claimed = await db.$transaction(async (tx) => {
    const locked = await lockDue(tx, input, now);
    const lastShop = locked.at(-1)?.shop_id ?? input.afterShop;
    if (locked.length === 0) return { taken: 0, batches: [], lastShop };
    const due = await loadBatches(
      tx,
      locked.map((row) => row.id),
    );
    const judged = due.map((one) => ({ ...one, verdict: retryVerdict(one.batch, input.transport, now) }));
    await settleMessages(tx, judged.flatMap(settling), now);
    const leased = judged
      .filter(({ verdict }) => verdict.outcome === "try")
      .map(({ batch, messages }) => ({ batch: leaseBatch(batch, input.holder, now), messages }));
    const ended = judged.filter(({ verdict }) => verdict.outcome !== "try").map(({ batch }) => settled(batch));
    await writeRows(tx, "mail_batch", [...leased.map(({ batch }) => batch), ...ended]);
    return { taken: locked.length, batches: leased, lastShop };
  });
  if (claimed.batches.length > 0) reachPoint("batch-claimed");
  return claimed;
}

/** The first of each shop, then the second … */
async function lockDue(
  tx: Transaction,
  { limit, afterShop, inHand }: Claim,
  now: Date,
): Promise<{ id: string; shop_id: number }[]> {
  return tx.$queryRaw`
    with due as (
      select id, next_try_at from mail_batch
      where state = 'waiting' and next_try_at <= ${now} and id <> all(${inHand}::uuid[])
      order by next_try_at, id limit ${CHOICE}
    ), placed as (
      select due.id, coalesce(m.shop_id, 0) as shop_id,
        row_number() over (partition by m.shop_id order by due.next_try_at, due.id) as place
      from due left join message m on m.batch_id = due.id and m.batch_position = 1
    )
    select b.id, placed.shop_id from placed join mail_batch b on b.id = placed.id
    where b.state = 'waiting' and b.next_try_at <= ${now}
    order by placed.place, placed.shop_id <= ${afterShop}, placed.shop_id
    limit ${limit} for update of b skip locked`;
}

async function loadBatches(tx: Transaction, ids: string[]): Promise<BatchOfMails[]> {
  const rows = await tx.mailBatch.findMany({
    where: { id: { in: ids } },
    include: { messages: { orderBy: { batchPosition: "asc" } } },
  });
  return rows.map(({ messages, ...batch }) => ({ batch, messages }));
}

function settling({ batch, messages, verdict }: BatchOfMails & { verdict: RetryVerdict }): SettledMessage[] {
  if (verdict.outcome === "try") return [];
  const outcome: Pick<SettledMessage, "state" | "reason"> =
    verdict.outcome === "park"
      ? { state: "parked", reason: verdict.reason }
      : { state: "failed", reason: batch.reason ? `${verdict.reason}: ${batch.reason}` : verdict.reason };
  return messages.map((message) => ({ message, ...outcome, providerId: null }));
}

function settled(batch: MailBatch): MailBatch {
  return { ...batch, state: "settled", holder: null, leaseUntil: null };
}
