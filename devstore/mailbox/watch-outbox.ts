import { type FSWatcher, mkdirSync, watch } from "node:fs";

/** Calls `onMail` soon after files in the outbox folder change. Returns what stops it. */
export function watchOutbox(outboxDir: string, onMail: () => void): () => void {
  mkdirSync(outboxDir, { recursive: true });
  let pending: NodeJS.Timeout | null = null;
  const watcher: FSWatcher = watch(outboxDir, () => {
    pending ??= setTimeout(() => {
      pending = null;
      onMail();
    }, 50);
  });
  return () => {
    if (pending) clearTimeout(pending);
    watcher.close();
  };
}
