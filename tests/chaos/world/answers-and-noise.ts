import { answerBody, judgemeBody, orderBody } from "./bodies";
import { isBlocked } from "./order-facts";
import { personOf } from "./people";
import type { ShopBook } from "./shop-book";

/** The group of all answers of a shop: its coupon has a budget. */
export const BUDGET_GROUP = "answer budget";

/** Writes one answer; whether it is rewarded depends on the coupon's budget. */
export function writeAnswer(book: ShopBook): void {
  const n = book.nextNumber("answer");
  const id = String(80_000 + n);
  const person = personOf(n);
  book.send({ door: "events", body: answerBody(id, person, book.hoursAgo(1)) });
  book.expect({
    aliases: [`events:answer:${id}`],
    to: person.email,
    outcome: isBlocked(book.shop, person.email)
      ? { kind: "none", reason: "blocked" }
      : { kind: "shared", coupon: "answer", group: BUDGET_GROUP },
  });
}

const WEIGHTS = { "other-topic": 3, garbage: 3, "other-shop": 2, "no-id": 2, forged: 4 };

/** Writes a delivery that is nobody's engagement. */
export function writeNoise(book: ShopBook): void {
  const n = book.nextNumber("noise");
  const person = personOf(n);
  const at = book.hoursAgo(1);
  const order = { id: String(6_000_000_000 + n), person, email: person.email, at, updatedAt: at };
  const review = { id: String(700_000_000 + n), productId: "9", person, at, updatedAt: at };
  const unreadable = (reason: string) => ({ inbox: { state: "unreadable" as const, reasons: [reason] } });
  switch (book.draw.weighted(WEIGHTS)) {
    case "other-topic": {
      const inbox = { state: "ignored" as const, reasons: ["topic_not_used"] };
      return void book.send({ door: "shopify", topic: "orders/updated", body: orderBody(order), inbox });
    }
    case "garbage":
      return void book.send({ door: "shopify", topic: "orders/paid", body: `{"id": ${n}`, ...unreadable("not_json") });
    case "no-id": {
      const body = JSON.stringify({ name: "#1", note: n });
      return void book.send({ door: "shopify", topic: "orders/paid", body, ...unreadable("id_missing") });
    }
    case "other-shop": {
      const body = judgemeBody(review, "review/created", "somebody-else.myshopify.com");
      return void book.send({ door: "judgeme", body, ...unreadable("other_shop") });
    }
    case "forged": {
      const inbox = { state: "refused" as const, reasons: [] };
      return void book.send({ door: "shopify", topic: "orders/paid", body: orderBody(order), inbox });
    }
  }
}
