import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { type CodePool, type InboxDelivery, type Prisma, PrismaClient } from "~/platform/generated/client";
import { newId } from "~/platform/ids";

/**
 * How it is usually written: a job for each delivery, ten at a time, each query with Prisma and by itself, each mail a call
 * of its own. It writes to the same tables and looks for what it has seen before, as we do.
 */
const AT_ONCE = 10;

const { DATABASE_URL = "", RESEND_BASE_URL = "" } = process.env;
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL, max: AT_ONCE }) });

await Promise.all(Array.from({ length: AT_ONCE }, lane));

async function lane(): Promise<void> {
  for (;;) {
    const [delivery] = await prisma.$queryRaw<InboxDelivery[]>`
      update inbox_delivery set state = 'read' where id = (
        select id from inbox_delivery where state = 'waiting' order by next_try_at, id limit 1 for update skip locked
      ) returning id, shop_id as "shopId", body`;
    if (delivery) await work(delivery);
    else await pause(10);
  }
}

async function work({ id, shopId, body }: InboxDelivery): Promise<void> {
  const order = JSON.parse(Buffer.from(body).toString("utf8")) as { id: number; email: string; name: string };
  const engagement = await recordOrder(shopId, order);
  const coupon = await prisma.coupon.findFirstOrThrow({ where: { shopId, state: "active", trigger: "order" } });
  const { shopperId, recipientId } = engagement;
  if (!shopperId || !recipientId) throw new Error("an order without a shopper");
  if ((await prisma.reward.count({ where: { shopId, couponId: coupon.id, shopperId } })) > 0) return;
  const reward = await prisma.$transaction(async (tx) => {
    const pool = await tx.codePool.findFirstOrThrow({ where: { shopId, couponId: coupon.id, state: "open" } });
    const position = await takePosition(tx, pool);
    const code = { poolId: pool.id, position, codeKey: String(position) };
    const { id: couponId, description } = coupon;
    const whose = { shopId, engagementId: engagement.id, couponId, shopperId, recipientId };
    const state = { state: "sending" as const, slot: 1, promisedAt: new Date(), codeTakenAt: new Date() };
    return tx.reward.create({
      data: { id: newId(), ...whose, ...code, ...state, description },
      include: { code: true },
    });
  });
  await send(shopId, order.email, reward.code?.code ?? "");
  await prisma.reward.update({
    where: { id_shopId: { shopId, id: reward.id } },
    data: { state: "sent", settledAt: new Date() },
  });
  await prisma.inboxDelivery.update({ where: { id }, data: { readAt: new Date(), engagementId: engagement.id } });
}

/** The number of the pool's next code, counted in a column of the pool's row. */
async function takePosition(tx: Prisma.TransactionClient, { shopId, id }: CodePool): Promise<number> {
  const [row] = await tx.$queryRaw<{ position: number }[]>`
    update code_pool set next_position = next_position + 1 where shop_id = ${shopId} and id = ${id}::uuid
    returning next_position - 1 as position`;
  if (!row) throw new Error("a pool is gone");
  return row.position;
}

async function recordOrder(shopId: number, order: { id: number; email: string; name: string }) {
  const now = new Date();
  const factKey = `order:${order.id}`;
  const known = await prisma.engagement.findFirst({ where: { shopId, factKey } });
  if (known) return known;
  const found = await prisma.shopperIdentity.findFirst({ where: { shopId, keyedHash: order.email } });
  const shopperId =
    found?.shopperId ?? (await prisma.shopper.create({ data: { shopId, id: newId(), createdAt: now } })).id;
  const identity =
    found ??
    (await prisma.shopperIdentity.create({
      data: {
        shopId,
        id: newId(),
        shopperId,
        kind: "email",
        keyedHash: order.email,
        value: order.email,
        updatedAt: now,
      },
    }));
  const times = { engagedAt: now, receivedAt: now, stateAt: now };
  const fact = { kind: "order" as const, factKey, orderName: order.name };
  return prisma.engagement.create({
    data: { shopId, id: newId(), shopperId, recipientId: identity.id, ...fact, ...times },
  });
}

async function send(shopId: number, to: string, code: string): Promise<void> {
  const template = await prisma.thankYouEmail.findFirstOrThrow({ where: { shopId }, orderBy: { version: "desc" } });
  const html = template.htmlTemplate.replace("{{ coupon.code }}", code);
  const mail = { from: "hello@laurel.example", to, subject: template.subject, html, text: code };
  const response = await fetch(`${RESEND_BASE_URL}/emails`, {
    method: "POST",
    headers: { authorization: "Bearer re_bench", "content-type": "application/json" },
    body: JSON.stringify(mail),
  });
  if (!response.ok) throw new Error(`the double answered ${response.status}`);
  await response.arrayBuffer();
}
