import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outboxTransport } from "./outbox-transport.server";

const mail = {
  id: "0198f3c2-7a11-7000-8000-000000000001",
  from: { name: "Tea & Leaves", address: "coupons@laurel.example" },
  to: "ada@example.com",
  subject: "First",
  html: "<p>First</p>",
  text: "First",
};

function sender(folder: string) {
  const transport = outboxTransport({ folder });
  return (one: typeof mail) => transport.send({ id: one.id, mails: [one] });
}

describe("the outbox folder", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "outbox-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("keeps the mail it has: the same id again changes nothing in the file", async () => {
    const send = sender(folder);
    await send(mail);
    const before = await readFile(join(folder, `${mail.id}.eml`), "utf8");
    expect(await send({ ...mail, subject: "Second" })).toEqual({
      outcome: "settled",
      receipts: [{ outcome: "sent", providerId: `${mail.id}.eml` }],
    });
    expect(await readFile(join(folder, `${mail.id}.eml`), "utf8")).toBe(before);
  });

  it("leaves nothing but whole mails, also when many come at once", async () => {
    const send = sender(folder);
    const ids = Array.from({ length: 20 }, (_, n) => `mail-${n % 10}`);
    await Promise.all(ids.map((id) => send({ ...mail, id })));
    expect((await readdir(folder)).sort()).toEqual([...new Set(ids)].map((id) => `${id}.eml`).sort());
  });
});
