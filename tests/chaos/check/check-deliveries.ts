import type { DeliveryLogLine } from "../delivery/delivery-log";
import { deliveryKey } from "../delivery/sign-delivery";
import type { Delivery, World } from "../world/world";
import type { InboxRow } from "./run-state";
import type { Violation } from "./violation";

/** Every accepted delivery stands in the inbox, once, read as it should be; a forged one does not; nothing else does. */
export function checkDeliveries(world: World, log: DeliveryLogLine[], inbox: InboxRow[]): Violation[] {
  const rows = new Map(inbox.map((row) => [rowKey(row), row]));
  const accepted = new Set(log.filter(({ status }) => isSuccess(status)).map(({ id }) => id));
  const sent = [...new Map(world.deliveries.map((delivery) => [delivery.id, delivery])).values()];
  const known = new Set(sent.map(keyOf));
  return [
    ...sent.flatMap((delivery) => checkOne(delivery, accepted.has(delivery.id), rows.get(keyOf(delivery)))),
    ...inbox.flatMap((row): Violation[] =>
      known.has(rowKey(row))
        ? []
        : [{ harm: "wrong", about: rowKey(row), what: "stands in the inbox, and nobody sent it" }],
    ),
  ];
}

function checkOne(delivery: Delivery, isAccepted: boolean, row: InboxRow | undefined): Violation[] {
  const about = `delivery ${keyOf(delivery)}`;
  const { state, reasons } = delivery.inbox;
  if (state === "refused") {
    if (isAccepted) return [{ harm: "wrong", about, what: "was forged, and accepted" }];
    return row ? [{ harm: "wrong", about, what: "was forged, and stands in the inbox" }] : [];
  }
  if (!isAccepted) return [{ harm: "lost", about, what: "was never accepted" }];
  if (!row) return [{ harm: "lost", about, what: "was accepted and does not stand in the inbox" }];
  if (row.state === state && reasons.includes(row.reason)) return [];
  if (row.state === "waiting") return [{ harm: "lost", about, what: "was accepted and never read" }];
  return [{ harm: "wrong", about, what: `is ${row.state} (${row.reason}), not ${state} (${reasons.join(" or ")})` }];
}

const isSuccess = (status: number | null) => status !== null && status >= 200 && status < 300;
const keyOf = (delivery: Delivery) =>
  rowKey({ shop: delivery.shop, source: delivery.door, topic: delivery.topic, key: deliveryKey(delivery) });
const rowKey = ({ shop, source, topic, key }: Pick<InboxRow, "shop" | "source" | "topic" | "key">) =>
  [shop, source, topic, key].join(" ");
