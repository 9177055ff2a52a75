import { expect, test } from "vitest";
import { embeddedAddress } from "./embedded-address";

const APP = "https://laurel.example";
const FIRST_PAGE = `${APP}/app?embedded=1&shop=a.myshopify.com&host=abc&id_token=secret`;

const page = (path: string, headers: Record<string, string>) =>
  new Request(`${APP}${path}`, { headers: { accept: "text/html,*/*", ...headers } });

test("a link followed before the scripts run is asked for again with what Shopify gave the page it stands on", () => {
  const asked = page("/app/coupons?state=draft", { referer: FIRST_PAGE });
  expect(embeddedAddress(asked)).toBe("/app/coupons?state=draft&shop=a.myshopify.com&host=abc&embedded=1");
});

test("the session token of the page before goes into no address", () => {
  expect(embeddedAddress(page("/app", { referer: FIRST_PAGE }))).not.toContain("id_token");
});

test("an address that names its shop is left alone, so that nothing goes round in circles", () => {
  expect(embeddedAddress(page("/app?shop=b.myshopify.com", { referer: FIRST_PAGE }))).toBeNull();
});

test("another site's address, one without a shop, or none at all changes nothing", () => {
  expect(embeddedAddress(page("/app", { referer: "https://evil.example/?shop=a.myshopify.com&host=abc" }))).toBeNull();
  expect(embeddedAddress(page("/app", { referer: `${APP}/app/coupons` }))).toBeNull();
  expect(embeddedAddress(page("/app", { referer: "no address" }))).toBeNull();
  expect(embeddedAddress(page("/app", {}))).toBeNull();
});

test("what scripts ask for is left to the library", () => {
  expect(embeddedAddress(page("/app", { referer: FIRST_PAGE, authorization: "Bearer x" }))).toBeNull();
  expect(embeddedAddress(page("/app", { referer: FIRST_PAGE, accept: "application/json" }))).toBeNull();
});
