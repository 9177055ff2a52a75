/** A code that goes to another position of its pool. */
export interface Move {
  from: number;
  to: number;
}

/** What closes the gaps at these positions of `size`: the last codes go there, and the others stay where they are. */
export function closeGaps(size: number, gaps: number[]): Move[] {
  const kept = size - gaps.length;
  const empty = new Set(gaps);
  const movers = Array.from({ length: gaps.length }, (_, index) => size - index).filter((from) => !empty.has(from));
  return gaps
    .filter((to) => to <= kept)
    .flatMap((to, index) => {
      const from = movers[index];
      return from === undefined ? [] : [{ from, to }];
    });
}
