/** Gives up reading one body. */
type GiveUp = (result: { outcome: "busy" }) => void;

/** All bodies that are being read: whose they are is known only when they are there. */
export interface BodiesInHand {
  /** What they take up, in bytes. */
  bytes: number;
  /** Those that are not there as a whole, the one that has been coming longest first. */
  coming: Set<GiveUp>;
}

const MOST_IN_HAND = 256_000_000;

/** No body in hand. */
export function noBodiesInHand(): BodiesInHand {
  return { bytes: 0, coming: new Set() };
}

/**
 * Where more than 256 MB are in hand, gives up those that have been coming longest, as "busy", until there is room again. A sender
 * that means its body is there within moments, so those who hold on to room are not the ones who come last.
 */
export function makeRoom(inHand: BodiesInHand): void {
  if (inHand.bytes <= MOST_IN_HAND) return;
  for (const giveUp of inHand.coming) {
    giveUp({ outcome: "busy" });
    if (inHand.bytes <= MOST_IN_HAND) return;
  }
}
