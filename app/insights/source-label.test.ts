import { expect, it } from "vitest";
import { intl } from "../../tests/support/shop-intl";
import { deliveryLabel } from "./source-label";

it("names what a delivery is about, and shows a topic nobody has words for as it is", () => {
  expect(intl.say(deliveryLabel({ source: "shopify", topic: "orders/paid" }))).toBe("Shopify: order paid");
  expect(intl.say(deliveryLabel({ source: "shopify", topic: "carts/{new}" }))).toBe("Shopify: carts/{new}");
  expect(intl.say(deliveryLabel({ source: "events", topic: "" }))).toBe("Events API");
});
