import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import { createLogger } from "~/platform/logger";
import type {
  BatchReceipt,
  MailReceipt,
  MailTransport,
  OutgoingBatch,
  OutgoingMail,
} from "~/platform/mail/mail-transport";
import type { Bell, Queue } from "~/platform/queue.server";
import { fixedClock } from "./clock";
import { testCipher, testEnv } from "./test-env";

/** What a kept mail is answered: its own receipt, or what concerns its whole batch. */
type Answer = MailReceipt | Exclude<BatchReceipt, { outcome: "settled" }>;

/** A mail transport that keeps what it is handed. `answer` decides what it says to each mail. */
export interface KeptMail extends MailTransport {
  /** Mails that were sent. */
  mails: OutgoingMail[];
  /** Every batch it was handed, whatever came of it. */
  batches: OutgoingBatch[];
  answer: (mail: OutgoingMail) => Answer | Promise<Answer>;
}

/** A transport that sends nothing and says it did. */
export function keptMail(changes: Partial<Omit<MailTransport, "send">> = {}): KeptMail {
  const kept: KeptMail = {
    name: "outbox",
    deduplicates: true,
    keyLifetimeMs: null,
    batchSize: 1,
    callsPerSecond: null,
    ...changes,
    mails: [],
    batches: [],
    answer: (mail) => ({ outcome: "sent", providerId: `kept-${mail.id}` }),
    send: async (batch) => {
      kept.batches.push(batch);
      const receipts: MailReceipt[] = [];
      for (const mail of batch.mails) {
        const answer = await kept.answer(mail);
        if (answer.outcome === "retry" || answer.outcome === "split") return answer;
        receipts.push(answer);
      }
      kept.mails.push(...batch.mails.filter((_mail, index) => receipts[index]?.outcome === "sent"));
      return { outcome: "settled", receipts };
    },
  };
  return kept;
}

/** A queue that only remembers which bells were rung; the test does the work itself. */
export interface SilentQueue extends Queue {
  rung: Bell[];
}

/** A queue nobody answers. */
export function silentQueue(): SilentQueue {
  const rung: Bell[] = [];
  return {
    rung,
    ring: async (bell) => {
      rung.push(bell);
    },
    answer: async () => {},
    stop: async () => {},
  };
}

/** An application on a test database: mails are kept, bells only remembered, and the clock stands still. */
export function testApplication(opened: OpenDatabase, changes: Partial<Application> = {}): Application {
  const env = testEnv();
  return {
    env,
    db: opened.db,
    direct: opened.direct,
    queue: silentQueue(),
    mail: keptMail(),
    logger: createLogger(env),
    cipher: testCipher,
    now: fixedClock().now,
    ...changes,
  };
}
