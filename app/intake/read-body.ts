import type { IncomingMessage } from "node:http";

/** A request's body, or why there is none. */
export type ReadBody =
  | { outcome: "read"; body: Buffer }
  | { outcome: "too_large" }
  | { outcome: "too_slow" }
  /** Too much is being read from others at this moment. */
  | { outcome: "busy" }
  /** The sender went away; there is nobody to answer. */
  | { outcome: "aborted" };

/** Bytes of all bodies that are being read: whose they are is known only when they are there. */
export interface BodiesInHand {
  bytes: number;
}

/** Far more than a sender needs: Shopify gives up on the whole exchange after 5 seconds. */
const DEADLINE_MS = 15_000;
const MOST_IN_HAND = 256_000_000;

/** Reads the raw bytes as sent, at most `limit` of them. Never rejects. */
export function readBody(
  request: IncomingMessage,
  { limit, inHand }: { limit: number; inHand: BodiesInHand },
  deadlineMs = DEADLINE_MS,
): Promise<ReadBody> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve({ outcome: "too_large" });
  // It may have gone while the handler looked something up.
  if (request.destroyed) return Promise.resolve({ outcome: "aborted" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isFinished = false;
    const finish = (result: ReadBody) => {
      if (isFinished) return;
      isFinished = true;
      clearTimeout(timer);
      request.off("data", onData);
      request.pause();
      inHand.bytes -= size;
      resolve(result);
    };
    const timer = setTimeout(() => finish({ outcome: "too_slow" }), deadlineMs);
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      inHand.bytes += chunk.length;
      if (size > limit) finish({ outcome: "too_large" });
      else if (inHand.bytes > MOST_IN_HAND) finish({ outcome: "busy" });
      else chunks.push(chunk);
    };
    request.on("data", onData);
    request.once("end", () => finish({ outcome: "read", body: Buffer.concat(chunks) }));
    request.once("error", () => finish({ outcome: "aborted" }));
    request.once("close", () => finish({ outcome: "aborted" }));
  });
}
