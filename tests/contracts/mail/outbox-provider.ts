import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMailTransport } from "~/platform/mail/create-mail-transport.server";
import { testEnv } from "../../support/test-env";
import type { MailProvider } from "./mail-provider";
import { readMime } from "./read-mime";

/** A folder on the disk. It has no moods: it takes a file or it does not. */
export async function openOutboxProvider(): Promise<MailProvider> {
  const parent = await mkdtemp(join(tmpdir(), "outbox-"));
  const folder = join(parent, "outbox");
  return {
    transport: createMailTransport(testEnv({ MAIL_TRANSPORT: "outbox", OUTBOX_DIR: folder })),
    async received() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"));
      return Promise.all(names.map(async (name) => readMime(await readFile(join(folder, name)))));
    },
    nextIs() {},
    async vanish() {
      await rm(folder, { recursive: true, force: true });
      await writeFile(folder, "a file where the folder should be");
    },
    async close() {
      await rm(parent, { recursive: true, force: true });
    },
  };
}
