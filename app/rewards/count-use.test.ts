import { expect, it } from "vitest";
import { coupon } from "../../tests/support/decisions";
import { countUse } from "./count-use";

const review = coupon("review", { id: "review", budgetUsed: 7 });

it("begins with what shoppers hold and with the budget that is used", () => {
  const use = countUse([{ couponId: "review", shopperId: "ada", slot: 2 }], ({ budgetUsed }) => budgetUsed);
  expect(use(review, "ada")).toMatchObject({ slots: [2], budgetUsed: 7 });
  expect(use(review, "ben")).toMatchObject({ slots: [], budgetUsed: 7 });
});

it("tells the next engagement which slots were taken and freed, and one budget for all shoppers", () => {
  const use = countUse([{ couponId: "review", shopperId: "ada", slot: 1 }], () => 1);
  const adas = use(review, "ada");
  adas.slots = [];
  adas.budgetUsed -= 1;
  use(review, "ben").slots.push(1);
  use(review, "ben").budgetUsed += 5;
  expect(use(review, "ada")).toMatchObject({ slots: [], budgetUsed: 5 });
  expect(use(review, "ben")).toMatchObject({ slots: [1], budgetUsed: 5 });
});
