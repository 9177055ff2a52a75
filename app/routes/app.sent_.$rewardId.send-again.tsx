import { type ActionFunctionArgs, data } from "@remix-run/node";
import { isId } from "~/platform/ids";
import { sendAgain } from "~/rewards/send-again.server";
import { requireShop } from "~/shopify/require-shop.server";
import { notFound } from "~/ui/not-found";

/** Sends the same code again in a new mail. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { shop, app, intl } = await requireShop({ request, context });
  const { rewardId = "" } = params;
  if (!isId(rewardId)) throw notFound();
  const sent = await sendAgain(app.db, { shopId: shop.id, rewardId }, app.now());
  switch (sent.outcome) {
    case "on_its_way":
      await app.queue.ring("send-due");
      return { message: intl.say("send_again.done") };
    case "not_possible":
      return data({ problem: intl.say(sent.message) }, 422);
    case "not_found":
      throw notFound();
  }
}
