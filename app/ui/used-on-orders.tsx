import { Text } from "@shopify/polaris";
import type { UsedOn } from "~/insights/list-sent-codes.server";
import { formatMoney } from "./format-money";

/** The orders a code was used on with their values; a dash where there is none. */
export function UsedOnOrders({ orders, currency }: { orders: UsedOn[]; currency: string }) {
  if (orders.length === 0) return <span>—</span>;
  return (
    <>
      {orders.map(({ orderName, orderValue, refunded, cancelledAt }, index) => (
        // An order has no other name here, and rows of one code keep their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>
          <Text as="p">
            {orderName ?? "An order"}: {formatMoney(orderValue, currency)}
          </Text>
          {cancelledAt || refunded > 0 ? (
            <Text as="p" tone="subdued">
              {cancelledAt ? "cancelled" : `${formatMoney(refunded, currency)} refunded`}
            </Text>
          ) : null}
        </div>
      ))}
    </>
  );
}
