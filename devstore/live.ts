import type { Request, Response } from "express";

/** What has changed: what shoppers did, or what lies in the mailbox. */
export type Topic = "shoppers" | "mailbox";

/** Tells open pages that something changed, over server-sent events; they then ask for the new state. */
export interface Live {
  changed(topic: Topic): void;
  /** Express handler of the event stream. */
  stream(request: Request, response: Response): void;
  /** Ends every open stream, so that the server can close. */
  close(): void;
}

/** Opens a bell without listeners. */
export function createLive(): Live {
  const listeners = new Set<Response>();
  return {
    changed(topic) {
      for (const listener of listeners) listener.write(`event: ${topic}\ndata: {}\n\n`);
    },
    stream(request, response) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 1000\n\n");
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    },
    close() {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
