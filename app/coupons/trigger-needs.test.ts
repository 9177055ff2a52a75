import { expect, it } from "vitest";
import { OFFERED_TRIGGERS } from "./trigger-labels";
import { triggerNeeds } from "./trigger-needs";

const ready = (sources: { judgeme: boolean; events: boolean }) =>
  OFFERED_TRIGGERS.filter((trigger) => triggerNeeds(trigger, sources) === null);

it("needs nothing but Shopify for orders, and for the others what reports them", () => {
  expect(ready({ judgeme: false, events: false })).toEqual(["order"]);
  expect(ready({ judgeme: true, events: false })).toEqual(["order", "review", "photo_review"]);
  expect(ready({ judgeme: false, events: true })).toEqual([...OFFERED_TRIGGERS]);
});
