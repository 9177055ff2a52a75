import { renameSync, writeFileSync } from "node:fs";
import type { RunningDemo } from "./start-demo";

/** Writes where a running demo is to be found, for people and tests. It appears complete or not at all. */
export function writeDemoFile(file: string, { settings, hooks }: RunningDemo): void {
  const content = {
    adminUrl: `${settings.adminUrl}/`,
    appUrl: settings.appUrl,
    mailboxUrl: `${settings.adminUrl}/mailbox`,
    outboxDir: settings.outboxDir,
    shop: settings.shop.domain,
    apiKey: settings.apiKey,
    apiSecret: settings.apiSecret,
    hooks,
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
