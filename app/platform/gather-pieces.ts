/** A body as it comes in. */
export interface GatheredPieces {
  /** Bytes of it that are there. */
  size: number;
  /** Bytes of memory it takes up, however small its pieces are. */
  held: number;
  /** The body as far as it is there. */
  bytes(): Buffer;
  add(piece: Buffer): void;
}

const SMALLEST_PAGE = 4_096;
const LARGEST_PAGE = 65_536;

/**
 * Puts the pieces of a body together. The first is kept as it is, since most bodies have no other; what follows is copied onto pages,
 * because a piece of one byte takes hundreds by itself. A page is as large as what is there already, between 4 and 64 KB.
 */
export function gatherPieces(first: Buffer): GatheredPieces {
  const pages = [first];
  let free = 0;
  const last = () => pages.at(-1) as Buffer;
  const gathered: GatheredPieces = {
    size: first.length,
    held: first.length,
    bytes: () => (pages.length === 1 ? first : Buffer.concat(pages, gathered.size)),
    add: (piece) => {
      for (let taken = 0; taken < piece.length; ) {
        if (free === 0) {
          free = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, gathered.size));
          gathered.held += free;
          pages.push(Buffer.allocUnsafeSlow(free));
        }
        const page = last();
        const copied = piece.copy(page, page.length - free, taken);
        taken += copied;
        free -= copied;
        gathered.size += copied;
      }
    },
  };
  return gathered;
}
