import { expect, test } from "vitest";
import { checkNeutralEvent } from "./check-neutral-event";

const bodyOf = (json: unknown) => Buffer.from(JSON.stringify(json));
const broken = (count: number) =>
  bodyOf({ version: 1, photos: { urls: Array(count).fill(0) }, subject: "review", externalId: 1 });

test("a body full of faults is answered with the first twenty of them and how many more there are", () => {
  const checked = checkNeutralEvent(broken(1000));
  expect(checked).toMatchObject({ outcome: "invalid", more: 980 });
  expect(checked.outcome === "invalid" && checked.errors).toHaveLength(20);
  expect(checked.outcome === "invalid" && checked.errors[19]?.field).toBe("photos.urls.19");
  expect(JSON.stringify(checked).length).toBeLessThan(3000);
});

test("all faults are named where they are few", () => {
  expect(checkNeutralEvent(broken(20))).toMatchObject({ outcome: "invalid", more: 0 });
  expect(checkNeutralEvent(Buffer.from("{"))).toMatchObject({ errors: [{ field: "" }], more: 0 });
});
