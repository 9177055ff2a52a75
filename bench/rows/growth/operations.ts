import { takeCodes } from "~/codes/take-codes.server";
import { listSentCodes } from "~/insights/list-sent-codes.server";
import type { InboxEntry } from "~/intake/inbox-entry";
import { writeInbox } from "~/intake/write-inbox.server";
import { readInbox } from "~/jobs/read-inbox.job";
import { createSender } from "~/jobs/send-due.job";
import { keptMail, testApplication } from "../../../tests/support/application";
import type { BenchDatabase } from "../../bench-row";
import { orderBody } from "../../support/order-request";

/** What is timed, in the order in which one round of it is done. */
export const OPERATIONS = ["intake", "decide", "send", "claim", "page"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The operations on one database and shop; each call is the next piece of real work. */
export type Operations = Record<Operation, () => Promise<unknown>>;

const BATCH = 100;
const CODES = 50;

/** Intake takes in 100 orders of new shoppers, decide reads just these, send hands their mails over in one call. */
export function operationsOn(
  database: BenchDatabase,
  { shopId, domain, couponId }: { shopId: number; domain: string; couponId: string },
): Operations {
  const mail = keptMail({ name: "resend", batchSize: BATCH });
  const app = testApplication(database, { mail, now: () => new Date() });
  const sender = createSender(app);
  let orders = 1_000_000_000;
  const nextOrders = () =>
    Array.from({ length: BATCH }, () => {
      orders += 1;
      return orderEntry(orders, domain);
    });
  return {
    intake: () => writeInbox(database.direct, nextOrders(), new Date()),
    decide: () => readInbox(app),
    send: async () => {
      await sender.sendDue();
      await sender.settled();
    },
    claim: () => database.db.$transaction((tx) => takeCodes(tx, [{ shopId, couponId, count: CODES }])),
    page: async () => {
      const newest = await listSentCodes(database.db, { shopId });
      await listSentCodes(database.db, { shopId, after: newest.older });
    },
  };
}

function orderEntry(n: number, shopDomain: string): InboxEntry {
  const at = new Date();
  const body = Buffer.from(orderBody(n, at.toISOString()));
  const times = { triggeredAt: at, receivedAt: at };
  const delivery = { source: "shopify" as const, topic: "orders/paid", deliveryKey: `delivery-${n}`, eventId: null };
  return { shopDomain, ...delivery, body, ...times };
}
