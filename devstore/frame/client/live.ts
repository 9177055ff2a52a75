import type { Topic } from "../../live";

/** Calls back whenever the server says that something of a topic changed, and once the line is (again) open. */
export function listen(callbacks: Partial<Record<Topic, () => void>>): void {
  const source = new EventSource("/live");
  for (const [topic, callback] of Object.entries(callbacks)) {
    source.addEventListener(topic, callback);
    source.addEventListener("open", callback);
  }
}
