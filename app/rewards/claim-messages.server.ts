import type { Database } from "~/platform/database.server";
import type { Message } from "~/platform/generated/client";
import type { MailTransport } from "~/platform/mail/mail-transport";
import { writeRows } from "~/platform/write-rows.server";
import { leaseMessage } from "./lease-message";
import { type RetryVerdict, retryVerdict } from "./retry-verdict";
import { settleMessages } from "./settle-messages.server";

/**
 * Leases messages whose time to be tried again has come, or whose holder died, and returns those to hand over.
 * Messages nobody may try again are parked for a person.
 */
export async function claimMessages(
  db: Database,
  input: { limit: number; transport: Pick<MailTransport, "name" | "deduplicates" | "keyLifetimeMs"> },
  now: Date,
): Promise<Message[]> {
  return db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<{ shop_id: number; id: string }[]>`
      select shop_id, id from message where state = 'waiting' and next_try_at <= ${now}
      order by next_try_at, id limit ${input.limit} for update skip locked`;
    if (locked.length === 0) return [];
    const messages = await tx.message.findMany({
      where: { shopId: { in: locked.map((row) => row.shop_id) }, id: { in: locked.map((row) => row.id) } },
      orderBy: { id: "asc" },
    });
    const judged = messages.map((message) => ({ message, verdict: retryVerdict(message, input.transport, now) }));
    await settleMessages(tx, judged.flatMap(parking), now);
    const leased = judged
      .filter(({ verdict }) => verdict.outcome === "try")
      .map(({ message }) => leaseMessage(message, input.transport.name, now));
    await writeRows(tx, "message", leased);
    return leased;
  });
}

function parking({ message, verdict }: { message: Message; verdict: RetryVerdict }) {
  if (verdict.outcome === "try") return [];
  return [{ message, state: "delivery_unknown" as const, reason: verdict.reason, providerId: null }];
}
