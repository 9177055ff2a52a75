import { useEffect, useRef } from "react";

/** By then what began shows in `state`, in milliseconds; where it does not, the merchant was asked and has called it off. */
const SHOWS_WITHIN_MS = 1_000;

/**
 * Lets one submission begin at a time. The function it returns says whether one may begin, and notes that it does. A button that is
 * disabled by state is so only once the page is drawn anew, and the second press of a double click may come before that.
 *
 * @param state of the fetcher or the navigation that submits
 * @param answer the last one to it
 */
export function useOneAtATime(state: "idle" | "submitting" | "loading", answer: unknown): () => boolean {
  const begunAt = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer ends what began, even one so quick that no other state was drawn
  useEffect(() => {
    if (state === "idle") begunAt.current = null;
  }, [state, answer]);
  return () => {
    const now = performance.now();
    const isBegun = begunAt.current !== null && now - begunAt.current < SHOWS_WITHIN_MS;
    if (isBegun || state !== "idle") return false;
    begunAt.current = now;
    return true;
  };
}
