import { CHANNEL, type FromApp, readMessage, type ToApp } from "../frame/bridge-protocol";

type Question = "id-token" | "leave-confirmation";
type Statement = Exclude<FromApp, { type: Question }>;

/** The line between the app's page and the admin frame around it. */
export interface AdminLink {
  tell(message: Statement): void;
  /** Asks the frame and waits for its answer. */
  ask(type: Question): Promise<unknown>;
  listen(listener: (message: ToApp) => void): void;
}

/** Opens the line to the frame that served this script; messages from anywhere else are not heard. */
export function openAdminLink(adminOrigin: string): AdminLink {
  const waiting = new Map<number, (value: unknown) => void>();
  const listeners: ((message: ToApp) => void)[] = [];
  let calls = 0;
  const post = (message: FromApp) => parent.postMessage({ channel: CHANNEL, message }, adminOrigin);

  addEventListener("message", (event) => {
    const message = event.origin === adminOrigin && event.source === parent ? readMessage<ToApp>(event.data) : null;
    if (!message) return;
    if (message.type === "answer") {
      waiting.get(message.call)?.(message.value);
      waiting.delete(message.call);
    }
    for (const listener of listeners) listener(message);
  });

  return {
    tell: post,
    ask: (type) =>
      new Promise((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        post({ type, call: calls });
      }),
    listen: (listener) => listeners.push(listener),
  };
}
