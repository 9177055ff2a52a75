import type { IncomingMessage } from "node:http";
import { type GatheredPieces, gatherPieces } from "~/platform/gather-pieces";
import { type BodiesInHand, makeRoom } from "./bodies-in-hand";

/** A request's body, or why there is none. */
export type ReadBody =
  | { outcome: "read"; body: Buffer }
  | { outcome: "too_large" }
  | { outcome: "too_slow" }
  /** Too much was being read at this moment, and this body had been coming longest. */
  | { outcome: "busy" }
  /** The sender went away; there is nobody to answer. */
  | { outcome: "aborted" };

/** How often a body that is still coming is looked at, in milliseconds, and what must have come meanwhile: 10 KB a second. */
const LOOK_MS = 2_500;
const LEAST_BETWEEN_LOOKS = 25_000;
/** After 15 seconds. Far more than a sender needs: Shopify gives up on the whole exchange after 5. */
const LAST_LOOK = 6;
/** Each piece costs time, however small it is. The largest body in TCP's smallest segments has half of these. */
const MOST_PIECES = 20_000;

/** Reads the raw bytes as sent, at most `limit` of them. Never rejects. */
export function readBody(
  request: IncomingMessage,
  { limit, inHand }: { limit: number; inHand: BodiesInHand },
  lookMs = LOOK_MS,
): Promise<ReadBody> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) return Promise.resolve({ outcome: "too_large" });
  // It may have gone while the handler looked something up.
  if (request.destroyed) return Promise.resolve({ outcome: "aborted" });
  return new Promise((resolve) => {
    let first: Buffer | null = null;
    let gathered: GatheredPieces | null = null;
    let size = 0;
    let held = 0;
    let pieces = 0;
    let looks = 0;
    let sizeAtLook = 0;
    let isFinished = false;
    const finish = (result: ReadBody) => {
      if (isFinished) return;
      isFinished = true;
      clearInterval(timer);
      request.off("data", onData);
      request.pause();
      inHand.bytes -= held;
      inHand.coming.delete(finish);
      first = null;
      gathered = null;
      resolve(result);
    };
    const look = () => {
      looks += 1;
      if (looks === LAST_LOOK || size - sizeAtLook < LEAST_BETWEEN_LOOKS) finish({ outcome: "too_slow" });
      sizeAtLook = size;
    };
    // What came while this process was held up is read before it is judged.
    const timer = setInterval(() => setImmediate(look), lookMs);
    const onData = (piece: Buffer) => {
      size += piece.length;
      pieces += 1;
      if (size > limit || pieces > MOST_PIECES) return finish({ outcome: "too_large" });
      if (first) {
        gathered ??= gatherPieces(first);
        gathered.add(piece);
      } else first = piece;
      const holds = gathered?.held ?? piece.length;
      inHand.bytes += holds - held;
      held = holds;
      if (pieces === 1 && size !== announced) inHand.coming.add(finish);
      makeRoom(inHand);
    };
    request.on("data", onData);
    request.once("end", () => finish({ outcome: "read", body: gathered?.bytes() ?? first ?? Buffer.alloc(0) }));
    request.once("error", () => finish({ outcome: "aborted" }));
    request.once("close", () => finish({ outcome: "aborted" }));
  });
}
