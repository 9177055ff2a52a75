import type { ActionFunctionArgs } from "@remix-run/node";
import { prisma, shopIds } from "../db.server";
import { authenticate } from "../shopify.server";

/** As the template's webhook routes do: authenticate, write, answer. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, topic, payload, webhookId } = await authenticate.webhook(request);
  const shopId = shopIds.get(shop);
  if (shopId === undefined) return new Response();
  const now = new Date();
  await prisma.inboxDelivery.create({
    data: {
      shopId,
      source: "shopify",
      topic,
      deliveryKey: webhookId,
      body: Buffer.from(JSON.stringify(payload)),
      receivedAt: now,
      nextTryAt: now,
    },
  });
  return new Response();
}
