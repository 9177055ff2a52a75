import fc from "fast-check";
import { expect, test } from "vitest";
import { at, event, facts, fold, nobody } from "../../tests/support/folding";

test("the same review from two sources is one fact", () => {
  const world = fold([event(), event({ source: "judgeme", externalId: "99" })]);
  expect(facts(world)).toHaveLength(1);
});

test("a second review of the same product by the same shopper is the same fact, of another product another one", () => {
  const world = fold([
    event(),
    event({ externalId: "r2" }),
    event({ externalId: "r3", product: { id: "8", title: null } }),
  ]);
  expect(facts(world)).toHaveLength(2);
});

test("plus-addresses and upper case are one person", () => {
  const shouting = { ...nobody, email: "ADA+reviews@Example.COM" };
  const world = fold([event(), event({ externalId: "r2", actor: shouting })]);
  expect(facts(world)).toHaveLength(1);
});

test("a review whose shopper becomes known later is still one fact", () => {
  const world = fold([event({ actor: nobody }), event({ action: "updated", stateAt: at(1) })]);
  expect(facts(world)).toHaveLength(1);
  expect(facts(world)[0]).toMatchObject({ factKey: expect.stringMatching(/^review:/), shopperId: expect.any(String) });
});

test("two reviews known by alias only become one fact when both turn out to be the same shopper's", () => {
  const anonymous = [event({ actor: nobody }), event({ actor: nobody, externalId: "r2" })];
  const world = fold([...anonymous, event({ stateAt: at(1) }), event({ externalId: "r2", stateAt: at(1) })]);
  expect(facts(world)).toHaveLength(1);
});

test("an order told with and without its Shopify id is one fact, in any order", () => {
  const order = { subject: "order" as const, product: { id: null, title: null } };
  const named = event({ ...order, externalId: "9", otherNames: ["erp:A-7"] });
  const told = [
    event({ ...order, externalId: "erp:A-7" }),
    named,
    event({ ...order, source: "shopify", externalId: "9" }),
    event({ ...order, externalId: "erp:A-7", action: "updated", stateAt: at(1) }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(told, { minLength: 1 }), (events) => {
      const own = facts(fold(events.includes(named) ? events : [...events, named]));
      expect(own).toMatchObject([{ factKey: "order:9" }]);
    }),
  );
});

test("two orders that an ERP calls by the same name are two", () => {
  const order = { subject: "order" as const, product: { id: null, title: null }, otherNames: ["erp:1"] };
  const world = fold([event({ ...order, externalId: "9" }), event({ ...order, externalId: "10" })]);
  expect(facts(world).map((fact) => fact.factKey)).toEqual(["order:9", "order:10"]);
});

test("a product is the same under every name that some event gave it, in any order", () => {
  const teapot = { id: "handle:teapot", title: null };
  const both = event({ externalId: "r2", otherNames: ["handle:teapot"] });
  const told = [
    event({ product: teapot }),
    both,
    event({ externalId: "r3" }),
    event({ externalId: "r4", product: teapot }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (events) => {
      expect(facts(fold(events))).toHaveLength(1);
    }),
  );
});

test("one review that names its product first in one way, then in another, is one fact, and so is the next of it", () => {
  const names = [
    { id: "handle:teapot", title: null },
    { id: "7", title: null },
  ];
  const told = names.map((product, index) => event({ product, stateAt: at(index) }));
  const next = names.map((product, index) => event({ product, externalId: `n${index}`, stateAt: at(5) }));
  expect(facts(fold([...told, ...next]))).toMatchObject([{ factKey: expect.stringMatching(/:7$/) }]);
});

test("products that share a name but not their Shopify id are two", () => {
  const world = fold([
    event({ otherNames: ["sku:X"] }),
    event({ externalId: "r2", product: { id: "8", title: null }, otherNames: ["sku:X"] }),
  ]);
  expect(facts(world)).toHaveLength(2);
});

test("an address typed at checkout that belongs to another shopper stays theirs", () => {
  const order = { subject: "order" as const, product: { id: null, title: null } };
  const customer = { email: "ada@example.com", name: "Eve", shopifyCustomerId: "5", accountEmail: "eve@example.com" };
  const world = fold([event(), event({ ...order, externalId: "100", actor: customer })]);
  const [review, paid] = facts(world);
  expect(paid?.shopperId).not.toBe(review?.shopperId);
  expect(paid?.recipientId).toBe(review?.recipientId);
});

test("whatever addresses and ids come, an engagement belongs to at most one shopper and each identity to one", () => {
  const email = fc.constantFrom("ada@example.com", "Ada+1@example.com", "eve@example.com", "no address", null);
  const actor = fc.record({
    email,
    name: fc.constant(null),
    shopifyCustomerId: fc.constantFrom("1", "2", null),
    accountEmail: email,
  });
  const events = fc.array(fc.record({ actor, externalId: fc.constantFrom("a", "b", "c") }), { maxLength: 12 });
  fc.assert(
    fc.property(events, (changes) => {
      const world = fold(changes.map((change) => event(change)));
      const keys = facts(world).map((fact) => fact.factKey);
      expect(new Set(keys).size).toBe(keys.length);
      for (const fact of facts(world)) expect(fact.shopperId === null).toBe(fact.factKey.startsWith("alias:"));
    }),
  );
});
