import { Text } from "@shopify/polaris";
import type { UsedOn } from "~/insights/list-sent-codes.server";
import { sentence } from "~/messages/sentence";
import { useShopIntl } from "../shop-intl";

/** The orders a code was used on with their values; a dash where there is none. */
export function UsedOnOrders({ orders }: { orders: UsedOn[] }) {
  const intl = useShopIntl();
  if (orders.length === 0) return <span>—</span>;
  return (
    <>
      {orders.map(({ orderName, orderValue, refunded, cancelledAt }, index) => (
        // An order has no other name here, and rows of one code keep their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>
          <Text as="p">
            {intl.say("sent_codes.order_and_value", {
              order: orderName ?? sentence("sent_codes.some_order"),
              value: intl.money(orderValue),
            })}
          </Text>
          {cancelledAt || refunded > 0 ? (
            <Text as="p" tone="subdued">
              {cancelledAt
                ? intl.say("sent_codes.order_cancelled")
                : intl.say("sent_codes.order_refunded", { amount: intl.money(refunded) })}
            </Text>
          ) : null}
        </div>
      ))}
    </>
  );
}
