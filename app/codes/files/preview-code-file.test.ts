import { expect, test } from "vitest";
import { intl } from "../../../tests/support/shop-intl";
import { NO_CHOICE } from "./file-choice";
import { type FilePreview, previewCodeFile } from "./preview-code-file";

const RULES = { today: "2026-11-22", couponExpiresOn: null };

async function preview(text: string, choice: Partial<typeof NO_CHOICE> = {}, isWhole = true): Promise<FilePreview> {
  const previewed = await previewCodeFile(Buffer.from(text), isWhole, { ...NO_CHOICE, ...choice }, RULES);
  if (previewed.outcome === "refused") throw new Error(intl.say(previewed.message));
  return previewed;
}

test("reads no more lines of a file than a Shopify export has in its beginning, whatever they hold", async () => {
  const heading = "Name,Value,Type,Times Used In Total,Start,End,Status\n";
  const row = (name: string) => `${name},-10.0,percentage,0,2026-01-01 00:00:00 -0500,,Active\n`;
  const long = heading + row("WELCOME") + '"a\n'.repeat(1_000_000) + row("LAST");
  const { discounts } = await preview(long, {}, false);
  expect(discounts).toHaveLength(1);
  expect((await preview("A\n".repeat(2_000_000), {}, false)).lines).toHaveLength(6);
});

test("shows the detected column and the first lines as they would be read", async () => {
  expect(await preview("note;Coupon Code\nx;A\n;\ny;B\nz;\n")).toEqual({
    outcome: "previewed",
    codeColumn: 1,
    hasHeading: true,
    columns: [
      { name: "note", example: "x" },
      { name: "Coupon Code", example: "A" },
    ],
    lines: [
      { line: 2, code: "A", reason: null },
      { line: 4, code: "B", reason: null },
      { line: 5, code: "", reason: "empty" },
    ],
    discounts: null,
  });
});

test("asks for the column where nothing says which it is, and reads the one that is chosen", async () => {
  const file = "SPRING-1;10%\nSPRING-2;10%\n";
  expect(await preview(file)).toMatchObject({ codeColumn: null, lines: [] });
  const chosen = await preview(file, { codeColumn: 0, hasHeading: false });
  expect(chosen.lines.map(({ code }) => code)).toEqual(["SPRING-1", "SPRING-2"]);
  const headed = await preview(file, { codeColumn: 1, hasHeading: true });
  expect(headed.lines).toEqual([{ line: 2, code: "10%", reason: null }]);
});

test("a detected column can be changed, and a heading taken for a code", async () => {
  const file = "code,reference\nA,R1\nB,R2\n";
  expect((await preview(file, { codeColumn: 1, hasHeading: true })).lines.map(({ code }) => code)).toEqual([
    "R1",
    "R2",
  ]);
  expect((await preview(file, { codeColumn: 0, hasHeading: false })).lines.map(({ code }) => code)).toEqual([
    "code",
    "A",
    "B",
  ]);
});

test("a line the first part cuts is not shown", async () => {
  expect((await preview("A\nB\nCUT", {}, false)).lines.map(({ code }) => code)).toEqual(["A", "B"]);
  expect((await preview("A\nB\nWHOLE")).lines.map(({ code }) => code)).toEqual(["A", "B", "WHOLE"]);
});

test("one endless line and a million columns are shown as faults, not waited for", async () => {
  expect((await preview("x".repeat(1_000_000), {}, false)).lines).toMatchObject([{ reason: "line_too_long" }]);
  const wide = await preview(`${"a,".repeat(500_000)}\n`, { codeColumn: 0, hasHeading: false });
  expect([wide.columns.length, wide.lines[0]?.reason]).toEqual([100, "line_too_long"]);
});

test("what is no CSV is refused with what was found", async () => {
  const zip = await previewCodeFile(Buffer.from("504b030414000600", "hex"), true, NO_CHOICE, RULES);
  if (zip.outcome !== "refused") throw new Error("It was taken for a CSV file");
  expect(intl.say(zip.message)).toMatch(/^This is an Excel workbook/);
});

const EXPORT = [
  "Name,Value,Value Type,Type,Discount Class,Times Used In Total,Usage Limit Per Code,Status,Start,End",
  "THANKS-1,-15.0,percentage,Amount off order,order,0,1,Active,2026-05-09 00:05:20 +0300,",
  "THANKS-2,-15.0,percentage,Amount off order,order,0,1,Active,2026-05-09 00:05:20 +0300,",
  "FIVE,-5.0,fixed_amount,Amount off order,order,0,,Active,2026-05-09 00:05:20 +0300,",
  "OLD,-15.0,percentage,Amount off order,order,0,1,Expired,2026-05-09 00:05:20 +0300,2026-06-01 00:00:00 +0300",
  "USED,-15.0,percentage,Amount off order,order,1,1,Active,2026-05-09 00:05:20 +0300,",
  '"Custom Fail Tag 10,000 Discount",-10.0,percentage,App discount,order,4,,Active,2026-05-09 00:05:20 +0300,',
].join("\n");

test("a discounts export of Shopify is shown by what its discounts are worth, and which cannot be given", async () => {
  const { discounts, codeColumn } = await preview(EXPORT);
  expect(codeColumn).toBe(0);
  expect(
    discounts?.map(({ example, count, value, valueType, fault }) => [example, count, value, valueType, fault]),
  ).toEqual([
    ["THANKS-1", 2, 15, "percentage", null],
    ["FIVE", 1, 5, "fixed_amount", null],
    ["OLD", 1, 15, "percentage", "discount_ended"],
    ["USED", 1, 15, "percentage", "discount_used_up"],
    ["Custom Fail Tag 10,000 Discount", 1, 10, "percentage", "discount_without_code"],
  ]);
});
