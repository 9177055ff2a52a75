import { randomUUID } from "node:crypto";
import { readInbox } from "~/jobs/read-inbox.job";
import { createSender, type Sender } from "~/jobs/send-due.job";
import type { Application } from "~/platform/application";
import type { OpenDatabase } from "~/platform/database.server";
import type { Shop, Source } from "~/platform/generated/client";
import { type KeptMail, keptMail, testApplication } from "./application";
import { type FixedClock, fixedClock, NOON } from "./clock";

/** The engine from the inbox on, driven by hand: deliveries are put in, work is done when told to, mails are kept. */
export interface Pipeline {
  app: Application;
  clock: FixedClock;
  mail: KeptMail;
  sender: Sender;
  /** Puts a body into the shop's inbox as intake does. */
  deliver(shop: Shop, body: object | string, from?: { source?: Source; topic?: string; key?: string }): Promise<bigint>;
  /** Reads the inbox and sends what is due, until nothing is left to do now. */
  work(): Promise<void>;
  /** Moves the clock on and works. */
  after(seconds: number): Promise<void>;
}

/** A pipeline on a test database at noon. */
export function startPipeline(opened: OpenDatabase, changes: Partial<Application> = {}): Pipeline {
  const clock = fixedClock();
  const mail = keptMail();
  const app = testApplication(opened, { now: clock.now, mail, ...changes });
  const sender = createSender(app);
  const work = async () => {
    await readInbox(app);
    await sender.sendDue();
    await sender.settled();
  };
  return {
    app,
    clock,
    mail,
    sender,
    work,
    deliver: async (shop, body, { source = "events", topic = "", key = randomUUID() } = {}) => {
      const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
      const now = clock.now();
      const data = { shopId: shop.id, source, topic, deliveryKey: key, body: bytes, receivedAt: now, nextTryAt: now };
      return (await app.db.inboxDelivery.create({ data })).id;
    },
    after: async (seconds) => {
      clock.advance(seconds);
      await work();
    },
  };
}

/** A neutral event: by default a five-star review of product 7, written at noon by ada@example.com. */
export function reviewEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    version: 1,
    subject: "review",
    action: "created",
    externalId: "r1",
    occurredAt: NOON.toISOString(),
    updatedAt: NOON.toISOString(),
    rating: 5,
    actor: { email: "ada@example.com", name: "Ada Lovelace" },
    product: { shopifyId: "7", title: "Teapot" },
    ...changes,
  };
}

/** An orders/paid body as far as Laurel reads it. */
export function orderBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 820982911946154500,
    admin_graphql_api_id: "gid://shopify/Order/820982911946154508",
    name: "#1001",
    email: "ada@example.com",
    created_at: NOON.toISOString(),
    processed_at: NOON.toISOString(),
    updated_at: NOON.toISOString(),
    cancelled_at: null,
    test: false,
    buyer_accepts_marketing: true,
    customer: { id: 1, admin_graphql_api_id: "gid://shopify/Customer/1", email: "ada@example.com", first_name: "Ada" },
    ...changes,
  };
}

/** A saved thank-you email without decoration: what it says is what the mail says. */
export async function testThankYou(app: Application, shop: Shop): Promise<void> {
  const words = "{{ coupon.description }}: {{ coupon.code }}";
  await app.db.thankYouEmail.create({
    data: {
      shopId: shop.id,
      version: 1,
      subject: "Thank you",
      body: words,
      htmlTemplate: `<p>${words}</p>`,
      textTemplate: words,
      createdAt: NOON,
    },
  });
}
