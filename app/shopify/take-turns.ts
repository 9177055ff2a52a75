/** Lets callers of one process that need the same thing wait for the one who is already getting it. */
export type TakeTurns = <T>(
  key: string,
  turn: { isDone: () => Promise<boolean>; work: () => Promise<T> },
) => Promise<T | undefined>;

/**
 * Makes a `TakeTurns` with its own queue. `work` runs unless `isDone` holds, one caller at a time for each key; who
 * waited asks `isDone` again and so usually finds nothing left to do. Gives undefined to callers who did no work.
 * What `work` throws reaches only the caller it belongs to; the next one then tries.
 */
export function createTurns(): TakeTurns {
  const running = new Map<string, Promise<unknown>>();
  return async (key, { isDone, work }) => {
    while (!(await isDone())) {
      const ahead = running.get(key);
      if (!ahead) {
        const mine = work().finally(() => running.delete(key));
        running.set(key, mine);
        return mine;
      }
      await ahead.catch(() => undefined);
    }
    return undefined;
  };
}
