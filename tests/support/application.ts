import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import { createLogger } from "~/platform/logger";
import type { MailReceipt, MailTransport, OutgoingMail } from "~/platform/mail/mail-transport";
import type { Bell, Queue } from "~/platform/queue.server";
import { fixedClock } from "./clock";
import { testCipher, testEnv } from "./test-env";

/** A mail transport that keeps what it is handed. `answer` decides what it says to each mail. */
export interface KeptMail extends MailTransport {
  mails: OutgoingMail[];
  answer: (mail: OutgoingMail) => MailReceipt | Promise<MailReceipt>;
}

/** A transport that sends nothing and says it did. */
export function keptMail(): KeptMail {
  const kept: KeptMail = {
    name: "outbox",
    deduplicates: true,
    keyLifetimeMs: null,
    mails: [],
    answer: (mail) => ({ outcome: "sent", providerId: `kept-${mail.id}` }),
    send: async (mail) => {
      const receipt = await kept.answer(mail);
      if (receipt.outcome === "sent") kept.mails.push(mail);
      return receipt;
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
    queue: silentQueue(),
    mail: keptMail(),
    logger: createLogger(env),
    cipher: testCipher,
    now: fixedClock().now,
    ...changes,
  };
}
