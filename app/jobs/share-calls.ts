/**
 * Halves rounds between two kinds of work: returns what one kind may have of a round of `size`. Of an odd round it gets the
 * larger half and the smaller one by turns, so that rounds of one alternate.
 */
export function createHalving(): (size: number) => number {
  let larger = false;
  return (size) => {
    if (size % 2 === 0) return size / 2;
    larger = !larger;
    return Math.floor(size / 2) + (larger ? 1 : 0);
  };
}

/**
 * How many of the tries that are due may begin before new work: at most `half` of the round's calls, and no more than keep
 * half of all `lanes` free of tries. A server that takes long to say no must not have all lanes, however short the new calls.
 */
export function shareOfTries({ half, lanes, underWay }: { half: number; lanes: number; underWay: number }): number {
  return Math.max(0, Math.min(half, Math.floor(lanes / 2) - underWay));
}
