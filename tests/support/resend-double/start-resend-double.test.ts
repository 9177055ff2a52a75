import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Resend } from "resend";
import { expect, it } from "vitest";
import { startResendDouble } from "./start-resend-double";

it("speaks with Resend's own client, batches and their errors included, and keeps its log after it ended", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "resend-double-"));
  const double = await startResendDouble({ logFile: path.join(folder, "log.jsonl"), callsPerSecond: 100 });
  try {
    const resend = new Resend("re_test", { baseUrl: double.url });
    const mail = { from: "a@laurel.example", subject: "Thanks", text: "Here" };
    const mails = [
      { ...mail, to: "b@refused.invalid" },
      { ...mail, to: "c@example.net" },
    ];
    const answer = await resend.batch.send(mails, { idempotencyKey: "k", batchValidation: "permissive" });
    expect(answer.data).toMatchObject({ data: [{ id: "re_1" }], errors: [{ index: 0 }] });
    expect(answer.headers).toMatchObject({ "ratelimit-limit": "100" });
  } finally {
    await double.stop();
  }
  expect(await double.sentMails()).toMatchObject([{ to: "c@example.net", key: "k", index: 1 }]);
  rmSync(folder, { recursive: true });
});
