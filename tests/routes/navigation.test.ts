import { expect, it } from "vitest";
import { NAVIGATION_ITEMS } from "~/ui/navigation-items";
import { pagePaths } from "./all-routes";

it("every page stands under the item of the navigation that is to be marked for it", () => {
  const pages = pagePaths.filter((path) => path.startsWith("/app/"));
  expect(pages.length).toBeGreaterThan(10);
  const beside = pages.filter((path) => !NAVIGATION_ITEMS.some(({ to }) => path === to || path.startsWith(`${to}/`)));
  expect(beside).toEqual([]);
});
