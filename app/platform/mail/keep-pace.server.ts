import { addSeconds } from "date-fns";
import type { Database } from "../database.server";
import type { BatchReceipt, MailTransport } from "./mail-transport";

/** Learns from an answer how fast the provider may be called, and until when it wants no call at all. */
export async function keepPace(
  db: Database,
  { transport, receipt }: { transport: Pick<MailTransport, "name" | "callsPerSecond">; receipt: BatchReceipt },
  now: Date,
): Promise<void> {
  if (transport.callsPerSecond === null) return;
  const { callsPerSecond } = receipt;
  if (callsPerSecond !== undefined) {
    await db.mailPace.updateMany({
      where: { transport: transport.name, callsPerSecond: { not: callsPerSecond } },
      data: { callsPerSecond },
    });
  }
  if (receipt.outcome !== "retry" || !receipt.forAll) return;
  const until = addSeconds(now, receipt.retryAfterSeconds ?? 1);
  await db.mailPace.updateMany({
    where: { transport: transport.name, nextCallAt: { lt: until } },
    data: { nextCallAt: until },
  });
}
