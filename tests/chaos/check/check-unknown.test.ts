import { expect, it } from "vitest";
import { checkUnknown } from "./check-unknown";

it("lets as many mails be parked as can have been in doubt, and no more", () => {
  const causes = { lostAnswers: 7, deaths: 2, crashes: 1 };
  expect(checkUnknown(27, causes)).toEqual([]);
  expect(checkUnknown(28, causes).map(({ harm }) => harm)).toEqual(["missing"]);
});
