import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listMails, readMail } from "./read-outbox";

let folder: string;

const mail = [
  "From: Demo <shop@example.com>",
  "To: ada@example.com",
  "Subject: =?UTF-8?Q?Thank_you_=E2=80=94_code?=",
  "X-Long: one",
  " two",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Your code: THANKS10",
  "--b",
  "Content-Type: text/html; charset=utf-8",
  "",
  "<p>Your code: <b>THANKS10</b></p>",
  "--b--",
  "",
].join("\r\n");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "laurel-outbox-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a mail is opened with both parts and its headers unfolded, in their order", async () => {
  writeFileSync(join(folder, "01.eml"), mail);
  const opened = await readMail(folder, "01.eml");
  expect(opened).toMatchObject({ to: "ada@example.com", subject: "Thank you — code" });
  expect(opened?.text?.trim()).toBe("Your code: THANKS10");
  expect(opened?.html).toContain("<b>THANKS10</b>");
  expect(opened?.headers[3]).toEqual({ name: "X-Long", value: "one two" });
});

test("only finished mails are listed, and an outbox that is not there yet is empty", async () => {
  writeFileSync(join(folder, "01.eml"), mail);
  writeFileSync(join(folder, "02.eml.tmp"), "half a mail");
  expect((await listMails(folder)).map(({ file }) => file)).toEqual(["01.eml"]);
  expect(await listMails(join(folder, "nowhere"))).toEqual([]);
});

test.each(["../secrets.json", "../../x.eml", "nobody.eml"])("%s is not a mail of the outbox", async (file) => {
  expect(await readMail(folder, file)).toBeNull();
});
