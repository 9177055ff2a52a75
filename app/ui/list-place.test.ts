import { expect, it } from "vitest";
import { readListPlace } from "./list-place";

it.each([
  ["/app/activity", "?show=not_rewarded&why=too_old&after=7", "/app/activity?show=not_rewarded&why=too_old&after=7"],
  ["/app/coupons", "?embedded=1&id_token=secret&q=10%25", "/app/coupons?q=10%25"],
  ["/app/coupons", "?deleted=1", "/app/coupons"],
  ["/app/sent", "?state=failed&from=2026-11-01", "/app/sent?state=failed&from=2026-11-01"],
])("remembers of %s%s what it shows, and nothing of what brought it there", (list, search, address) => {
  expect(readListPlace(list, search)).toEqual({ list, address });
});

it("takes the sent codes of one coupon for the list that one of them leads back to", () => {
  expect(readListPlace("/app/coupons/7/sent", "?q=ada")).toEqual({
    list: "/app/sent",
    address: "/app/coupons/7/sent?q=ada",
  });
});

it.each(["/app", "/app/coupons/7/edit", "/app/activity/engagements/7", "/app/settings"])(
  "finds no list at %s",
  (page) => {
    expect(readListPlace(page, "?q=ada")).toBeNull();
  },
);
