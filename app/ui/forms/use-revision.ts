import { useEffect, useState } from "react";

/** What somebody else saved meanwhile, as a refused save is told; the form's own values were not saved. */
export interface Newer {
  revision: number;
  saved: Record<string, string>;
}

/**
 * The revision a form's save has to name: the one it was filled from. While something is typed a newer one that is loaded in
 * passing does not count, or the save would replace what its author never saw. After a refused save it is the one that was told:
 * `newer`, until the form holds that or a later one itself.
 */
export function useRevision(
  loaded: number,
  { isDirty, answer }: { isDirty: boolean; answer: { newer?: Newer } | undefined },
): { revision: number; newer: Newer | undefined } {
  const [filledFrom, setFilledFrom] = useState(loaded);
  const [newer, setNewer] = useState<Newer>();
  useEffect(() => {
    if (!isDirty) setFilledFrom(loaded);
  }, [isDirty, loaded]);
  useEffect(() => {
    if (answer?.newer) setNewer(answer.newer);
  }, [answer]);
  const told = newer && newer.revision > filledFrom ? newer : undefined;
  return { revision: told?.revision ?? filledFrom, newer: told };
}
