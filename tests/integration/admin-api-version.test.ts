import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { API_VERSION } from "~/shopify/api-version";

test("the one schema that operations are checked against is named after the version that is called", () => {
  const schemas = readdirSync("vendor/shopify-admin-api").filter((file) => file.endsWith(".json.gz"));
  expect(schemas).toEqual([`admin_${API_VERSION}.json.gz`]);
});
