import { randomUUID } from "node:crypto";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { composeMime } from "./compose-mime.server";
import type { MailTransport } from "./mail-transport";
import { unsendableReason } from "./outgoing-mail";
import { sendSingly } from "./send-singly";

/** Mail as files: `<message id>.eml` in a folder, complete from the moment it can be seen. For demo and tests. */
export function outboxTransport({ folder }: { folder: string }): MailTransport {
  return {
    name: "outbox",
    deduplicates: true,
    keyLifetimeMs: null,
    batchSize: 1,
    callsPerSecond: null,
    send: sendSingly(async (mail) => {
      const reason = unsendableReason(mail);
      if (reason) return { outcome: "refused", reason };
      const file = resolve(folder, `${mail.id}.eml`);
      try {
        if (!(await exists(file))) await writeWhole(folder, file, await composeMime(mail));
        return { outcome: "sent", providerId: `${mail.id}.eml` };
      } catch (error) {
        return { outcome: "retry", reason: `Outbox: ${error instanceof Error ? error.message : error}` };
      }
    }),
  };
}

/** Writes under a name of its own, to the disk, then renames: a reader sees all of it or nothing. */
async function writeWhole(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
