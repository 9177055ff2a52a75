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
  holder: string;
  inHand: string[];
  transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs">;
}

/**
 * Leases batches whose time to be tried again has come, or whose holder died, to `holder`, who hands them over. Batches
 * nobody may try again are settled, their mails parked for a person.
 */
export async function claimBatches(db: Database, input: Claim, now: Date): Promise<BatchOfMails[]> {
  const claimed = await db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: string }[]>`
      select id from mail_batch
      where state = 'waiting' and next_try_at <= ${now} and id <> all(${input.inHand}::uuid[])
      order by next_try_at, id limit ${input.limit} for update skip locked`;
    if (locked.length === 0) return [];
    const due = await loadBatches(
      tx,
      locked.map((row) => row.id),
    );
    const judged = due.map((one) => ({ ...one, verdict: retryVerdict(one.batch, input.transport, now) }));
    await settleMessages(tx, judged.flatMap(parking), now);
    const leased = judged
      .filter(({ verdict }) => verdict.outcome === "try")
      .map(({ batch, messages }) => ({ batch: leaseBatch(batch, input.holder, now), messages }));
    const parked = judged.filter(({ verdict }) => verdict.outcome === "park").map(({ batch }) => settled(batch));
    await writeRows(tx, "mail_batch", [...leased.map(({ batch }) => batch), ...parked]);
    return leased;
  });
  if (claimed.length > 0) reachPoint("batch-claimed");
  return claimed;
}

async function loadBatches(tx: Transaction, ids: string[]): Promise<BatchOfMails[]> {
  const rows = await tx.mailBatch.findMany({
    where: { id: { in: ids } },
    include: { messages: { orderBy: { batchPosition: "asc" } } },
  });
  return rows.map(({ messages, ...batch }) => ({ batch, messages }));
}

function parking({ messages, verdict }: BatchOfMails & { verdict: RetryVerdict }): SettledMessage[] {
  if (verdict.outcome === "try") return [];
  const { reason } = verdict;
  return messages.map((message) => ({ message, state: "delivery_unknown", reason, providerId: null }));
}

function settled(batch: MailBatch): MailBatch {
  return { ...batch, state: "settled", holder: null, leaseUntil: null };
}
