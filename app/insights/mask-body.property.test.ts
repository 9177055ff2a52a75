import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskBody } from "./mask-body";

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
const letters = fc.string({ unit: fc.constantFrom(..."bcdfghjklmnpqrstvwxyzäß"), minLength: 6, maxLength: 10 });
const names = fc.tuple(letters, letters).map(([first, last]) => `X${first} Y${last}`);

/** What may say who somebody is, in many spellings. */
const personal = fc.oneof(
  names,
  fc.tuple(letters, letters).map(([user, host]) => `q${user}@z${host}.example`),
  digits(9).map((number) => `+49 30 9${number}`),
  digits(9).map((number) => `004930${number}`),
  fc.tuple(letters, digits(3)).map(([street, number]) => `W${street}straße ${number}`),
  fc.ipV4().map((ip) => ip.replace(/^\d+/, "203")),
  fc.ipV6().filter((ip) => ip.length > 8),
  digits(24).map((token) => `shpat_a${token}`),
);
/** Fields as sources name them, ones nobody has met, and ones that are taken for harmless. */
const field = fc.oneof(
  fc.constantFrom(
    "email",
    "name",
    "first_name",
    "phone",
    "address1",
    "browser_ip",
    "token",
    "note",
    "body",
    "customer_id",
  ),
  fc.constantFrom("customer", "reviewer", "actor", "shipping_address", "client_details", "default_address"),
  fc.constantFrom(
    "id",
    "externalId",
    "event",
    "source",
    "title",
    "product_title",
    "status",
    "currency",
    "verified",
    "price",
  ),
  fc.string({ unit: fc.constantFrom(..."abcdefgh_"), minLength: 1, maxLength: 12 }),
);

/** A body that holds the values in fields, lists and sentences, however deep. */
function bodyWith(values: string[]): fc.Arbitrary<unknown> {
  const value = fc.constantFrom(...values);
  const leaf = fc.oneof(
    value,
    value.map((one) => `Lovely! ${one} says thanks`),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  return fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, leaf, tie("record"), fc.array(tie("any"), { maxLength: 3 })),
    record: fc.dictionary(fc.oneof(field, value), tie("any"), { maxKeys: 6 }),
  })).record;
}

const bodies = fc
  .array(personal, { minLength: 1, maxLength: 3 })
  .chain((values) => fc.record({ values: fc.constant(values), body: bodyWith(values) }));

/** Values that a source would name a person by, where their field says that it is about a person. */
const inHarmlessFields = fc.record({
  name: names,
  field: fc.constantFrom("product_title", "source", "status", "event"),
});

const bytes = (text: string) => new TextEncoder().encode(text);
const shown = (text: string) => maskBody(bytes(text)).text;

describe("a body as a merchant may inspect it", () => {
  it("shows no address, number, machine or secret, in whatever field, and no name in a field that is not known", () => {
    fc.assert(
      fc.property(bodies, ({ values, body }) => {
        const text = shown(JSON.stringify(body));
        const isName = (value: string) => /^X\S+ Y\S+$/.test(value) || value.startsWith("W");
        for (const value of values) if (!isName(value)) expect(text).not.toContain(value);
      }),
    );
  });

  it("shows a name that a person's field holds nowhere else either", () => {
    fc.assert(
      fc.property(inHarmlessFields, fc.constantFrom("customer", "reviewer", "actor"), ({ name, field }, person) => {
        const body = {
          [person]: { name },
          [field]: `${name}'s choice`,
          line: [{ [field]: name.split(" ")[0] }],
          [name]: 1,
        };
        const text = shown(JSON.stringify(body)).toLowerCase();
        for (const word of name.toLowerCase().split(" ")) expect(text).not.toContain(word);
      }),
    );
  });

  it("shows nothing of a body that was cut off, or of one that is no JSON at all", () => {
    fc.assert(
      fc.property(bodies, fc.double({ min: 0, max: 1, noNaN: true }), ({ values, body }, share) => {
        const whole = JSON.stringify({ first: body, last: 0 });
        const cut = whole.slice(0, Math.floor((whole.length - 1) * share));
        for (const text of [shown(cut), shown(`${values.join(" ")}, <p>${values[0]}</p> "${values[0]}`)]) {
          for (const value of values) expect(text).not.toContain(value);
        }
      }),
    );
  });

  it("is never more than can be read, and never fails, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (body) => {
        expect(maskBody(body).text.length).toBeLessThanOrEqual(20_000);
      }),
    );
    expect(maskBody(bytes("[".repeat(200_000)))).toMatchObject({ isJson: false, isShortened: true });
    expect(maskBody(bytes(`${"[".repeat(2000)}"ada@example.com"${"]".repeat(2000)}`)).text).not.toContain("ada");
  });

  it("keeps what an inspection is for: the shape, what happened, to what, when", () => {
    const { text, isJson } = maskBody(readFileSync("tests/fixtures/judgeme-review-created.json"));
    expect(isJson).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      event: "review/created",
      review: {
        id: 465077653,
        rating: 5,
        body: "•••",
        product_title: "The Collection Snowboard: Oxygen",
        product_handle: "the-collection-snowboard-oxygen",
        reviewer: { id: "•••", email: "•••", name: "•••", phone: "•••", accepts_marketing: true, tags: null },
        verified: "not-yet",
        published: true,
        created_at: "2023-10-05T13:35:01+00:00",
      },
    });
  });

  it("shows no id and no day of a person's", () => {
    const customer = { id: "12", admin_graphql_api_id: "gid://shopify/Order/12", born: "1990-05-01T00:00:00Z" };
    expect(JSON.parse(shown(JSON.stringify({ customer })))).toEqual({
      customer: { id: "•••", admin_graphql_api_id: "•••", born: "•••" },
    });
  });

  it("keeps an id exact that a double cannot hold", () => {
    expect(shown('{"id": 820982911946154508, "name": "#1001"}')).toContain('"820982911946154508"');
  });

  it("takes digits that begin with a zero for a number to call, not for an id", () => {
    expect(shown('{"id": "004930941679491"}')).not.toContain("004930941679491");
  });

  it("is there at once for the largest body a sender may post, whatever its shape", () => {
    const words = Array.from({ length: 500_000 }, (_, index) => fieldName(index));
    const fields = Object.fromEntries(words.slice(250_000).map((word) => [word, 0]));
    const manyPeople = JSON.stringify({ customer: words.slice(0, 250_000), fields, [fieldName(0)]: 1 });
    expect(shown(manyPeople)).not.toContain(fieldName(0));
    const customer = Array.from({ length: 400 }, (_, index) => `name${fieldName(index)}`);
    const items = Array.from({ length: 250_000 }, () => ({ source: "web" }));
    expect(shown(JSON.stringify({ customer, items }))).toContain(`"source": "web"`);
  });
});

/** A field's name in letters, another for every number. */
function fieldName(index: number): string {
  return `f${[...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
}
