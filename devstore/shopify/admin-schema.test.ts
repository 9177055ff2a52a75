import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { demoShop } from "../demo-shop";
import { adminAnswers } from "./admin-answers";
import { buildAdminSchema } from "./admin-schema";

let schema: GraphQLSchema;

beforeAll(() => {
  schema = buildAdminSchema(adminAnswers(demoShop));
});

const ask = (source: string): Promise<ExecutionResult> => graphql({ schema, source });

test("what the app asks of the shop is answered", async () => {
  const { data, errors } = await ask("{ shop { name ianaTimezone currencyCode } }");
  expect(errors).toBeUndefined();
  expect(data?.shop).toEqual({ name: demoShop.name, ianaTimezone: demoShop.timeZone, currencyCode: "EUR" });
});

test("a field the real Admin API does not have fails", async () => {
  const { data, errors } = await ask("{ shop { favouriteColour } }");
  expect(data).toBeUndefined();
  expect(errors?.[0]?.message).toContain('Cannot query field "favouriteColour" on type "Shop"');
});

test("a real field without an answer fails by its name instead of being empty", async () => {
  const { errors } = await ask("{ shop { plan { displayName } } }");
  expect(errors?.[0]?.message).toContain("no answer for Shop.plan");
});

test("an answer for a field the Admin API does not have is refused when the schema is built", () => {
  expect(() => buildAdminSchema({ Shop: { favouriteColour: () => "green" } })).toThrow("no Shop.favouriteColour");
});
